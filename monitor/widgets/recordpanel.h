// A list with its filter.
#pragma once

#include "models/filterproxy.h"

#include <QWidget>

class QMenu;

namespace DaemonRpc::Monitor {

class EmptyState;
class FilterBar;
class RecordView;

/// How a RecordPanel is at first. Value.
struct RecordPanelSetup
{
    QString name;             ///< Of the list, translated; for those who hear it.
    QByteArray elasticColumn; ///< Takes the room that others leave; empty for none.
    QByteArray sortColumn;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    bool isTree = false;
    bool isDimmedLast = true; ///< Rows that are over come after all others.
};

/// A filter above a list, and what is said where the list is empty. Thread-bound.
class RecordPanel : public QWidget
{
    Q_OBJECT

public:
    /// @p model is a TableModel or a RecordTree, and has to outlive the panel.
    RecordPanel(QAbstractItemModel &model, const RecordPanelSetup &setup, QWidget *parent = nullptr);
    ~RecordPanel() override;

    [[nodiscard]] RecordView &view() const { return *m_view; }

    [[nodiscard]] FilterBar &filterBar() const { return *m_filterBar; }

    /// What is shown while the model is empty; set its texts.
    [[nodiscard]] EmptyState &emptyState() const { return *m_empty; }

    /// Conditions beside those that are typed, in the same form.
    void setBaseFilter(const QString &terms);

    // The selected rows as RowExport writes them: the columns that are shown, or everything.
    [[nodiscard]] QString selectionAsTsv() const;
    [[nodiscard]] QString selectionAsJson() const;

    /// What can be done with the current cell's value and the columns, at the end of @p menu.
    void addToContextMenu(QMenu &menu);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void onCountsChanged();
    void placeNotices();
    [[nodiscard]] QStringList completions(const QString &word) const;
    [[nodiscard]] QStringList valueCompletions(int column, const QString &word, bool isNegated) const;
    void addFilterAction(QMenu &menu, const QString &text, const QString &term);

    QAbstractItemModel &m_model;
    FilterProxy m_proxy;
    QString m_baseFilter;
    FilterBar *m_filterBar;
    RecordView *m_view;
    EmptyState *m_empty;
    EmptyState *m_noMatch;
};

} // namespace DaemonRpc::Monitor
