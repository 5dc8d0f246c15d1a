// The headings of a RecordView.
#pragma once

#include "models/column.h"

#include <QHeaderView>
#include <QJsonObject>

class QMenu;

namespace DaemonRpc::Monitor {

/// Headings that are moved, hidden, resized and sorted by, with a menu for all of it, and a state that is
/// kept by the keys of columns: it fits a later version with other columns. Thread-bound. Its model's
/// headings have KeyRole, KindRole and HiddenRole.
class RecordHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit RecordHeader(QWidget *parent = nullptr);

    /// The column that takes the room that others leave, until a person resizes it.
    void setElasticColumn(const QByteArray &key);
    /// How rows are sorted until a person wants it otherwise.
    void setDefaultSort(const QByteArray &key, Qt::SortOrder order);

    /// As the model wants it; forgets what a person has changed.
    void resetColumns();

    /// Order, widths, hidden columns, sorting.
    [[nodiscard]] QJsonObject state() const;
    /// Takes of @p state what it understands.
    void setState(const QJsonObject &state);

    /// -1 for an unknown key.
    [[nodiscard]] int columnOf(const QByteArray &key) const;
    [[nodiscard]] QByteArray columnKey(int column) const;

    /// What can be done with @p column (-1: none in particular) and with all columns, at the end of @p menu.
    void addTo(QMenu &menu, int column);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int defaultWidth(int column) const;
    [[nodiscard]] bool isFixed(int column) const;
    void addColumnActions(QMenu &menu, int column);
    void addVisibilityActions(QMenu &menu);
    void onSectionResized(int column);
    void fit();

    QByteArray m_elasticKey;
    QByteArray m_sortKey;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_isFitting = false;
    bool m_isElasticFixed = false;
};

} // namespace DaemonRpc::Monitor
