#include "widgets/chartlayout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace DaemonRpc::Monitor {

static constexpr double space = 6;
static constexpr double sampleWidth = 24;
static constexpr double leastLabelDistance = 16;

QFont chartTitleFont(const QFont &font)
{
    QFont title = font;
    title.setBold(true);
    return title;
}

ChartLayout ChartLayout::of(const Chart &chart, const QSizeF &size, const QFont &font, bool hasHeading)
{
    ChartLayout layout;
    layout.size = size;
    layout.fromMs = chart.fromMs;
    layout.toMs = std::max(chart.toMs, chart.fromMs + 1);
    layout.plot = QRectF(QPointF(0, 0), size).adjusted(space, space, -2 * space, -space);
    if (hasHeading)
        layout.addHeading(chart, font);
    layout.addAxes(chart, font);
    for (int i = 0; i < chart.series.size(); ++i) {
        if (chart.series.at(i).isShown)
            layout.addSeries(chart.series.at(i), i);
    }
    return layout;
}

double ChartLayout::xOf(double timeMs) const
{
    return plot.left() +
           (timeMs - static_cast<double>(fromMs)) / static_cast<double>(toMs - fromMs) * plot.width();
}

double ChartLayout::yOf(double value) const { return plot.bottom() - value / top * plot.height(); }

qint64 ChartLayout::timeAt(double x) const
{
    if (plot.width() <= 0)
        return fromMs;
    const double part = std::clamp((x - plot.left()) / plot.width(), 0.0, 1.0);
    return fromMs + std::llround(part * static_cast<double>(toMs - fromMs));
}

void ChartLayout::addHeading(const Chart &chart, const QFont &font)
{
    const QFontMetricsF titleMetrics(chartTitleFont(font));
    title = {{plot.left(), plot.top() + titleMetrics.ascent()}, chart.title};
    plot.setTop(plot.top() + titleMetrics.height() + space);
    const QFontMetricsF metrics(font);
    double x = plot.left();
    const double baseline = plot.top() + metrics.ascent();
    for (int i = 0; i < chart.series.size(); ++i) {
        const ChartSeries &series = chart.series.at(i);
        if (!series.isShown)
            continue;
        const double middle = plot.top() + metrics.height() / 2;
        legend.append(
            {i, {x, middle, x + sampleWidth, middle}, {{x + sampleWidth + space, baseline}, series.name}});
        x += sampleWidth + space + metrics.horizontalAdvance(series.name) + 3 * space;
    }
    plot.setTop(plot.top() + metrics.height() + space);
}

void ChartLayout::addAxes(const Chart &chart, const QFont &font)
{
    const QFontMetricsF metrics(font);
    plot.setTop(plot.top() + metrics.height() / 2);
    plot.setBottom(std::max(plot.top() + 1, plot.bottom() - metrics.height() - space));
    constexpr double linesPerLabel = 2.5;
    const int wantedValues = static_cast<int>(plot.height() / (linesPerLabel * metrics.height()));
    const QList<ChartAxis::Tick> values =
        ChartAxis::values(chart.unit, chart.greatest(), std::clamp(wantedValues, 1, 6));
    top = std::max(values.last().value, 1e-9);
    // Of one width as a rule, so that charts below each other have their times below each other.
    double widest = metrics.horizontalAdvance(QStringLiteral("000 KiB/s"));
    for (const ChartAxis::Tick &tick : values)
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    plot.setLeft(std::min(plot.left() + widest + space, plot.right() - 1));
    for (const ChartAxis::Tick &tick : values) {
        const double y = yOf(tick.value);
        valueLines.append(y);
        labels.append({{plot.left() - space - metrics.horizontalAdvance(tick.label),
                        y + metrics.ascent() / 2 - metrics.descent() / 2},
                       tick.label});
    }

    const double labelWidth = metrics.horizontalAdvance(QStringLiteral("00:00:00")) + leastLabelDistance;
    const int wantedTimes = static_cast<int>(plot.width() / labelWidth);
    // Beside the labels of the values, the lowest of which is at the same height.
    const double least = plot.left() - space / 2;
    double free = 0;
    for (const ChartAxis::Tick &tick : ChartAxis::times(fromMs, toMs, std::clamp(wantedTimes, 1, 12))) {
        const double x = xOf(tick.value);
        timeLines.append(x);
        const double width = metrics.horizontalAdvance(tick.label);
        const double begin = std::clamp(x - width / 2, least, std::max(least, size.width() - width));
        if (begin < free)
            continue;
        labels.append({{begin, plot.bottom() + space / 2 + metrics.ascent()}, tick.label});
        free = begin + width + space;
    }
}

void ChartLayout::addSeries(const ChartSeries &series, int number)
{
    const double half = static_cast<double>(series.stepMs) / 2;
    Stretch stretch{number, {}, {}};
    QPolygonF below;
    bool hasBand = false;
    const auto finish = [&] {
        if (!stretch.line.isEmpty()) {
            std::reverse(below.begin(), below.end());
            stretch.band = hasBand ? stretch.band + below : QPolygonF();
            stretches.append(stretch);
        }
        stretch = {number, {}, {}};
        below.clear();
        hasBand = false;
    };
    for (const SeriesPoint &point : series.points) {
        if (point.isGap()) {
            finish();
            continue;
        }
        // In the middle of what it stands for.
        const double x = xOf(static_cast<double>(point.timeMs) + half);
        stretch.line.append({x, yOf(point.mean)});
        stretch.band.append({x, yOf(point.max)});
        below.append({x, yOf(point.min)});
        hasBand = hasBand || below.last().y() - stretch.band.last().y() > 0.5;
    }
    finish();
}

} // namespace DaemonRpc::Monitor
