#include "delegates/countdowndelegate.h"

#include "look/contrast.h"

#include <QPainter>
#include <QStyle>

#include <cmath>

namespace DaemonRpc::Monitor {

static constexpr int barHeight = 4;
static constexpr int leastBarWidth = 60;

CountdownDelegate::CountdownDelegate(QObject *parent)
    : CellDelegate(parent)
{}

CountdownDelegate::~CountdownDelegate() = default;

QSize CountdownDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = CellDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), option.fontMetrics.height() + barHeight + 2));
    size.setWidth(qMax(size.width(), leastBarWidth));
    return size;
}

void CountdownDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                     const QModelIndex &index) const
{
    const QVariant value = index.data(ValueRole);
    const double left = value.toDouble();
    if (!value.isValid() || !std::isfinite(left)) {
        drawText(painter, option, rect, option.displayAlignment);
        return;
    }
    const QRect track(rect.left(), rect.bottom() - barHeight, rect.width(), barHeight);
    drawText(painter, option, rect.adjusted(0, 0, 0, -barHeight), option.displayAlignment);
    const Tone tone = index.data(ToneRole).value<Tone>();
    const QColor color = colorOf(option, index, tone == Tone::Normal ? Tone::Active : tone);
    painter->fillRect(track, Contrast::mixed(color, groundOf(option), 0.25));
    const int width = static_cast<int>(std::lround(qBound(0.0, left, 1.0) * track.width()));
    QRect bar = track;
    bar.setWidth(width);
    painter->fillRect(QStyle::visualRect(option.direction, track, bar), color);
}

bool CountdownDelegate::paintsItself(const QModelIndex &) const { return true; }

} // namespace DaemonRpc::Monitor
