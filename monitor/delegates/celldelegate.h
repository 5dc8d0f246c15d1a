// Cells as all tables paint them.
#pragma once

#include "models/column.h"
#include "models/tablemodel.h"

#include <QStyledItemDelegate>

namespace DaemonRpc::Monitor {

/// Paints a cell of text, and is the base of those that paint more. Thread-bound.
///
/// What all have in common: the text has the colour of its tone, a row that is over is paler, a selected one
/// has the colours of the selection, and numbers have tabular digits. Nothing is painted outside the cell.
/// What is read aloud is the text.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(QObject *parent = nullptr);
    ~CellDelegate() override;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    /// At least so high that rows can be told apart and hit.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

    /// Paints what the cell shows within @p rect, over a ground that is painted. @p option is complete, its
    /// text has to fit. Only called when paintsItself().
    virtual void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                              const QModelIndex &index) const;

    /// Whether paintContent() paints this cell, or the style.
    [[nodiscard]] virtual bool paintsItself(const QModelIndex &index) const;

    /// Of the ground, the text and of another tone in this cell, as it is selected, enabled and dimmed.
    [[nodiscard]] static QColor groundOf(const QStyleOptionViewItem &option);
    [[nodiscard]] static QColor textColorOf(const QStyleOptionViewItem &option);
    [[nodiscard]] static QColor colorOf(const QStyleOptionViewItem &option, const QModelIndex &index,
                                        Tone tone);

    [[nodiscard]] static bool isSelected(const QStyleOptionViewItem &option);
    /// Between the cell's edge and what it shows.
    [[nodiscard]] static int margin(const QStyleOptionViewItem &option);
    static void drawText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                         Qt::Alignment alignment);

private:
    [[nodiscard]] QFont tabular(const QFont &font) const;

    // Whether a font has tabular digits takes a while to find out.
    mutable QFont m_askedFont;
    mutable QFont m_tabularFont;
    mutable bool m_hasTabularFont = false;
};

} // namespace DaemonRpc::Monitor
