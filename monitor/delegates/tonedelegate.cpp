#include "delegates/tonedelegate.h"

#include "look/tonelook.h"

#include <QPainter>
#include <QStyle>

namespace DaemonRpc::Monitor {

static constexpr int symbolGap = 4;

ToneDelegate::ToneDelegate(QObject *parent)
    : CellDelegate(parent)
{}

ToneDelegate::~ToneDelegate() = default;

QSize ToneDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = CellDelegate::sizeHint(option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    size.rwidth() += symbolSide(cell) + 2 * symbolGap;
    return size;
}

void ToneDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                const QModelIndex &index) const
{
    const Tone tone = index.data(ToneRole).value<Tone>();
    const int side = symbolSide(option);
    // The room is kept without a symbol, too, so that texts begin below each other.
    QRect symbol(rect.left(), rect.center().y() - side / 2, side, side);
    QRect text = rect.adjusted(side + symbolGap, 0, 0, 0);
    symbol = QStyle::visualRect(option.direction, rect, symbol);
    text = QStyle::visualRect(option.direction, rect, text);
    ToneLook::paintSymbol(painter, symbol, tone, textColorOf(option), option.direction);
    if (text.width() > 0)
        drawText(painter, option, text, option.displayAlignment);
}

bool ToneDelegate::paintsItself(const QModelIndex &) const { return true; }

int ToneDelegate::symbolSide(const QStyleOptionViewItem &option) { return option.fontMetrics.ascent(); }

} // namespace DaemonRpc::Monitor
