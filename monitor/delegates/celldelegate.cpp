#include "delegates/celldelegate.h"

#include "look/tabularfont.h"
#include "look/tonelook.h"

#include <QApplication>
#include <QPainter>

namespace DaemonRpc::Monitor {

static QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

static QPalette::ColorGroup groupOf(const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_Enabled))
        return QPalette::Disabled;
    return option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
}

static bool hasDigits(ColumnKind kind) { return kind != ColumnKind::Text && kind != ColumnKind::State; }

CellDelegate::CellDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

CellDelegate::~CellDelegate() = default;

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), option.fontMetrics.height() * 3 / 2));
    return size;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    if (!paintsItself(index)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    painter->save();
    painter->setClipRect(cell.rect, Qt::IntersectClip);
    QStyleOptionViewItem ground = cell;
    ground.text.clear();
    ground.features &= ~QStyleOptionViewItem::HasDisplay;
    styleOf(cell)->drawControl(QStyle::CE_ItemViewItem, &ground, painter, cell.widget);
    const int space = margin(cell);
    const QRect rect = cell.rect.adjusted(space, 0, -space, 0);
    if (rect.width() > 0 && rect.height() > 0)
        paintContent(painter, cell, rect, index);
    painter->restore();
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    if (hasDigits(static_cast<ColumnKind>(index.data(KindRole).toInt())))
        option->font = tabular(option->font);
    option->fontMetrics = QFontMetrics(option->font);
    const QColor color = colorOf(*option, index, index.data(ToneRole).value<Tone>());
    if (!isSelected(*option))
        option->palette.setColor(QPalette::Text, color);
}

void CellDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                const QModelIndex &) const
{
    drawText(painter, option, rect, option.displayAlignment);
}

bool CellDelegate::paintsItself(const QModelIndex &index) const
{
    // Styles veil the text of the current cell; ours stands above that.
    return !index.data(Qt::DecorationRole).isValid() && !index.data(Qt::CheckStateRole).isValid();
}

QColor CellDelegate::groundOf(const QStyleOptionViewItem &option)
{
    if (isSelected(option))
        return option.palette.color(groupOf(option), QPalette::Highlight);
    return option.palette.color(groupOf(option), option.features & QStyleOptionViewItem::Alternate
                                                     ? QPalette::AlternateBase
                                                     : QPalette::Base);
}

QColor CellDelegate::textColorOf(const QStyleOptionViewItem &option)
{
    return option.palette.color(groupOf(option),
                                isSelected(option) ? QPalette::HighlightedText : QPalette::Text);
}

QColor CellDelegate::colorOf(const QStyleOptionViewItem &option, const QModelIndex &index, Tone tone)
{
    if (isSelected(option) || !(option.state & QStyle::State_Enabled))
        return textColorOf(option);
    const QColor ground = groundOf(option);
    const QColor color = ToneLook::color(tone, option.palette, ground);
    return index.data(DimmedRole).toBool() ? ToneLook::dimmed(color, ground) : color;
}

bool CellDelegate::isSelected(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected;
}

int CellDelegate::margin(const QStyleOptionViewItem &option)
{
    return styleOf(option)->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
}

void CellDelegate::drawText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                            Qt::Alignment alignment)
{
    painter->setFont(option.font);
    painter->setPen(textColorOf(option));
    const QString shown = option.fontMetrics.elidedText(option.text, option.textElideMode, rect.width());
    painter->drawText(
        rect, static_cast<int>(QStyle::visualAlignment(option.direction, alignment)) | Qt::TextSingleLine,
        shown);
}

QFont CellDelegate::tabular(const QFont &font) const
{
    if (!m_hasTabularFont || m_askedFont != font) {
        m_askedFont = font;
        m_tabularFont = TabularFont::of(font);
        m_hasTabularFont = true;
    }
    return m_tabularFont;
}

} // namespace DaemonRpc::Monitor
