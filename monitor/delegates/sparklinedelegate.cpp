#include "delegates/sparklinedelegate.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace DaemonRpc::Monitor {

static constexpr int courseWidth = 60;
static constexpr int leastCourseWidth = 12;
static constexpr int gap = 6;
static constexpr int verticalSpace = 3;

SparklineDelegate::SparklineDelegate(QObject *parent)
    : CellDelegate(parent)
{}

SparklineDelegate::~SparklineDelegate() = default;

QSize SparklineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    QSize size = CellDelegate::sizeHint(option, index);
    size.setWidth(qMax(size.width(), numberWidth(cell, index) + 2 * margin(cell)) + gap + courseWidth);
    return size;
}

namespace {

struct Scale
{
    double least = 0;
    double greatest = 0;
};

Scale scaleOf(const QList<double> &values, bool isFromZero)
{
    Scale scale{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
    for (const double value : values) {
        if (std::isfinite(value)) {
            scale.least = std::min(scale.least, value);
            scale.greatest = std::max(scale.greatest, value);
        }
    }
    if (isFromZero) {
        scale.least = std::min(0.0, scale.least);
        scale.greatest = std::max(scale.greatest, scale.least + 1);
        return scale;
    }
    // A tenth of the value at least, so that what hardly changes looks so.
    constexpr double leastPart = 0.1;
    const double wanted = std::max(std::abs(scale.greatest) * leastPart, 1.0);
    if (const double missing = wanted - (scale.greatest - scale.least); missing > 0) {
        scale.least -= missing / 2;
        scale.greatest += missing / 2;
    }
    return scale;
}

} // namespace

void SparklineDelegate::paintCourse(QPainter *painter, const QRectF &rect, const QList<double> &values,
                                    bool isFromZero, const QColor &color)
{
    const auto isValue = [](double value) { return std::isfinite(value); };
    if (values.size() < 2 || rect.width() < 2 || rect.height() < 2 ||
        std::none_of(values.begin(), values.end(), isValue))
        return;
    constexpr double lineWidth = 1.25;
    constexpr double dotRadius = 1.75;
    // The line and the dot at its end lie within, however thick they are.
    const QRectF area = rect.adjusted(dotRadius, dotRadius, -dotRadius, -dotRadius);
    const Scale scale = scaleOf(values, isFromZero);
    const double step = area.width() / static_cast<double>(values.size() - 1);
    const auto pointAt = [&](qsizetype i) {
        const double part = (values.at(i) - scale.least) / (scale.greatest - scale.least);
        return QPointF(area.left() + step * static_cast<double>(i), area.bottom() - part * area.height());
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPen pen(color, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    QColor ground = color;
    ground.setAlphaF(0.18F);
    for (qsizetype first = 0; first < values.size();) {
        if (!isValue(values.at(first))) {
            ++first;
            continue;
        }
        QPainterPath line(pointAt(first));
        qsizetype last = first;
        while (last + 1 < values.size() && isValue(values.at(last + 1)))
            line.lineTo(pointAt(++last));
        if (last == first)
            line.lineTo(pointAt(first) + QPointF(0.01, 0));
        QPainterPath below = line;
        below.lineTo(pointAt(last).x(), area.bottom());
        below.lineTo(pointAt(first).x(), area.bottom());
        painter->fillPath(below, ground);
        painter->strokePath(line, pen);
        first = last + 1;
    }
    if (isValue(values.last())) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(pointAt(values.size() - 1), dotRadius, dotRadius);
    }
    painter->restore();
}

void SparklineDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
                                     const QModelIndex &index) const
{
    const int width = qMin(
        rect.width(), qMax(numberWidth(option, index), option.fontMetrics.horizontalAdvance(option.text)));
    const QRect number = QStyle::visualRect(
        option.direction, rect, QRect(rect.right() - width + 1, rect.top(), width, rect.height()));
    drawText(painter, option, number, option.displayAlignment);
    const QRect course =
        QStyle::visualRect(option.direction, rect,
                           QRect(rect.left(), rect.top() + verticalSpace, rect.width() - width - gap,
                                 rect.height() - 2 * verticalSpace));
    if (course.width() < leastCourseWidth)
        return;
    const auto kind = static_cast<ColumnKind>(index.data(KindRole).toInt());
    const Tone tone = index.data(ToneRole).value<Tone>();
    paintCourse(painter, course, index.data(SeriesRole).value<QList<double>>(), kind != ColumnKind::Bytes,
                colorOf(option, index, tone == Tone::Normal ? Tone::Active : tone));
}

bool SparklineDelegate::paintsItself(const QModelIndex &) const { return true; }

int SparklineDelegate::numberWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isBytes = index.data(KindRole).toInt() == static_cast<int>(ColumnKind::Bytes);
    return option.fontMetrics.horizontalAdvance(isBytes ? QStringLiteral("000.0 MiB")
                                                        : QStringLiteral("0000/s"));
}

} // namespace DaemonRpc::Monitor
