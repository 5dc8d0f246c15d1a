#include "widgets/chartpainter.h"

#include "look/contrast.h"
#include "look/seriescolors.h"
#include "models/formatting.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace DaemonRpc::Monitor {

QColor ChartPainter::gridColor(const QPalette &palette)
{
    return Contrast::mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.14);
}

QColor ChartPainter::labelColor(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    return Contrast::ensured(Contrast::mixed(palette.color(QPalette::Text), base, 0.7), base,
                             Contrast::forText);
}

void ChartPainter::paintSample(QPainter *painter, const QLineF &line, int series, const QPalette &palette)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(SeriesColors::pen(series, palette, ChartLayout::lineWidth + 0.4));
    painter->drawLine(line);
    painter->restore();
}

static void paintAxes(QPainter *painter, const ChartLayout &layout, const QPalette &palette)
{
    // Hairlines on whole pixels, however many there are to a point.
    const double ratio = painter->device()->devicePixelRatioF();
    const auto crisp = [ratio](double place) { return (std::floor(place * ratio) + 0.5) / ratio; };
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(ChartPainter::gridColor(palette), 0));
    const QRectF &plot = layout.plot;
    for (const double y : layout.valueLines)
        painter->drawLine(QPointF(plot.left(), crisp(y)), QPointF(plot.right(), crisp(y)));
    for (const double x : layout.timeLines)
        painter->drawLine(QPointF(crisp(x), plot.top()), QPointF(crisp(x), plot.bottom()));
    painter->setPen(ChartPainter::labelColor(palette));
    for (const ChartLayout::Label &label : layout.labels)
        painter->drawText(label.baseline, label.text);
}

void ChartPainter::paint(QPainter *painter, const Chart &chart, const ChartLayout &layout,
                         const QPalette &palette, const QFont &font)
{
    painter->save();
    painter->fillRect(QRectF(QPointF(0, 0), layout.size), palette.color(QPalette::Base));
    painter->setFont(font);
    paintAxes(painter, layout, palette);
    painter->setPen(palette.color(QPalette::Text));
    for (const ChartLayout::LegendEntry &entry : layout.legend) {
        painter->drawText(entry.name.baseline, entry.name.text);
        paintSample(painter, entry.sample, entry.series, palette);
    }
    painter->setFont(chartTitleFont(font));
    painter->drawText(layout.title.baseline, layout.title.text);
    painter->setFont(font);

    painter->setRenderHint(QPainter::Antialiasing);
    if (chart.isEmpty()) {
        painter->setPen(labelColor(palette));
        painter->drawText(layout.plot, Qt::AlignCenter | Qt::TextWordWrap,
                          Chart::tr("There is nothing to show."));
        painter->restore();
        return;
    }
    painter->setClipRect(layout.plot.adjusted(0, -ChartLayout::lineWidth, 0, ChartLayout::lineWidth));
    for (const ChartLayout::Stretch &stretch : layout.stretches) {
        if (stretch.band.isEmpty())
            continue;
        QColor color = SeriesColors::color(stretch.series, palette);
        color.setAlphaF(static_cast<float>(bandOpacity));
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPolygon(stretch.band);
    }
    painter->setBrush(Qt::NoBrush);
    for (const ChartLayout::Stretch &stretch : layout.stretches) {
        QPen pen = SeriesColors::pen(stretch.series, palette, ChartLayout::lineWidth);
        if (stretch.line.size() > 1) {
            painter->setPen(pen);
            painter->drawPolyline(stretch.line);
        } else {
            pen.setStyle(Qt::SolidLine);
            pen.setCapStyle(Qt::RoundCap);
            pen.setWidthF(2 * ChartLayout::lineWidth);
            painter->setPen(pen);
            painter->drawPoint(stretch.line.first());
        }
    }
    painter->restore();
}

void ChartPainter::paintReadOut(QPainter *painter, const Chart &chart, const ChartLayout &layout,
                                const QPalette &palette, const QFont &font, qint64 timeMs)
{
    constexpr double space = 6;
    constexpr double sampleWidth = 20;
    const double x = layout.xOf(static_cast<double>(timeMs));
    if (x < layout.plot.left() || x > layout.plot.right())
        return;
    painter->save();
    painter->setFont(font);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(labelColor(palette), 1));
    painter->drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()));

    struct Line
    {
        int series;
        QString name;
        QString value;
    };

    QList<Line> lines;
    const QFontMetricsF metrics(font);
    double nameWidth = metrics.horizontalAdvance(Formatting::time(timeMs)) - sampleWidth;
    double valueWidth = 0;
    for (int i = 0; i < chart.series.size(); ++i) {
        const ChartSeries &series = chart.series.at(i);
        if (!series.isShown)
            continue;
        const std::optional<SeriesPoint> point = Chart::pointAt(series, timeMs);
        lines.append(
            {i, series.name,
             point ? Chart::valueText(chart.unit, point->mean) : Formatting::text(ColumnKind::Number, {})});
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(series.name));
        valueWidth = std::max(valueWidth, metrics.horizontalAdvance(lines.last().value));
        if (point) {
            painter->setPen(QPen(palette.color(QPalette::Base), 1));
            painter->setBrush(SeriesColors::color(i, palette));
            painter->drawEllipse(QPointF(x, layout.yOf(point->mean)), 3.5, 3.5);
        }
    }
    const double lineHeight = metrics.height();
    const QSizeF size(sampleWidth + nameWidth + valueWidth + 4 * space,
                      static_cast<double>(lines.size() + 1) * lineHeight + 2 * space);
    // Beside the line, on the side where there is room.
    double left = x + 2 * space;
    if (left + size.width() > layout.plot.right())
        left = x - 2 * space - size.width();
    left = std::clamp(left, 0.0, std::max(0.0, layout.size.width() - size.width()));
    const QRectF box(QPointF(left, layout.plot.top() + space), size);
    QColor ground = palette.color(QPalette::Base);
    ground.setAlphaF(0.92F);
    painter->setPen(QPen(gridColor(palette), 1));
    painter->setBrush(ground);
    painter->drawRoundedRect(box, 3, 3);
    double baseline = box.top() + space + metrics.ascent();
    painter->setPen(labelColor(palette));
    painter->drawText(QPointF(box.left() + space, baseline), Formatting::time(timeMs));
    for (const Line &line : lines) {
        baseline += lineHeight;
        const double middle = baseline - metrics.ascent() / 2 + 1;
        paintSample(painter, {box.left() + space, middle, box.left() + space + sampleWidth - 4, middle},
                    line.series, palette);
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(QPointF(box.left() + space + sampleWidth, baseline), line.name);
        painter->drawText(QPointF(box.right() - space - metrics.horizontalAdvance(line.value), baseline),
                          line.value);
    }
    painter->restore();
}

} // namespace DaemonRpc::Monitor
