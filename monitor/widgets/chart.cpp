#include "widgets/chart.h"

#include "models/formatting.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace DaemonRpc::Monitor {

namespace {

struct Extremes
{
    double last = 0;
    double lowest = 0;
    double highest = 0;
};

std::optional<Extremes> extremesOf(const ChartSeries &series)
{
    std::optional<Extremes> found;
    for (const SeriesPoint &point : series.points) {
        if (point.isGap())
            continue;
        if (!found)
            found = Extremes{point.mean, point.min, point.max};
        found->last = point.mean;
        found->lowest = std::min(found->lowest, point.min);
        found->highest = std::max(found->highest, point.max);
    }
    return found;
}

} // namespace

bool Chart::isEmpty() const
{
    return std::none_of(series.begin(), series.end(), [](const ChartSeries &candidate) {
        return candidate.isShown && extremesOf(candidate).has_value();
    });
}

double Chart::greatest() const
{
    double greatest = 0;
    for (const ChartSeries &candidate : series) {
        if (!candidate.isShown)
            continue;
        if (const std::optional<Extremes> extremes = extremesOf(candidate))
            greatest = std::max(greatest, extremes->highest);
    }
    return greatest;
}

std::optional<SeriesPoint> Chart::pointAt(const ChartSeries &series, qint64 timeMs)
{
    if (series.points.empty() || timeMs < series.points.front().timeMs)
        return std::nullopt;
    const auto place = static_cast<size_t>((timeMs - series.points.front().timeMs) / series.stepMs);
    if (place >= series.points.size() || series.points.at(place).isGap())
        return std::nullopt;
    return series.points.at(place);
}

qint64 Chart::stepMs() const
{
    qint64 step = 0;
    for (const ChartSeries &candidate : series) {
        if (candidate.isShown)
            step = step == 0 ? candidate.stepMs : std::min(step, candidate.stepMs);
    }
    return std::max<qint64>(step, 1);
}

QString Chart::valueText(ChartUnit unit, double value)
{
    switch (unit) {
    case ChartUnit::Count: {
        const bool isWhole = std::abs(value - std::round(value)) < 0.05;
        return QLocale().toString(value, 'f', isWhole ? 0 : 1);
    }
    case ChartUnit::Rate: return Formatting::rate(value);
    case ChartUnit::Bytes: return Formatting::bytes(std::llround(std::min(value, 1e18)));
    case ChartUnit::ByteRate:
        return tr("%1/s", "bytes per second").arg(Formatting::bytes(std::llround(std::min(value, 1e18))));
    case ChartUnit::Duration:
        return Formatting::duration(std::chrono::milliseconds(std::llround(std::min(value, 1e15))));
    case ChartUnit::Percent: return Formatting::percent(value);
    }
    return {};
}

QString Chart::rangeText() const
{
    constexpr qint64 minuteMs = 60'000;
    const qint64 minutes = std::max<qint64>(1, (toMs - fromMs + minuteMs / 2) / minuteMs);
    if (endsNow)
        return minutes % 60 == 0 ? tr("last %n hours", nullptr, static_cast<int>(minutes / 60))
                                 : tr("last %n minutes", nullptr, static_cast<int>(minutes));
    return tr("%1 to %2", "from one time to another").arg(Formatting::time(fromMs), Formatting::time(toMs));
}

QString Chart::summary() const
{
    const QString heading = tr("%1, %2.", "title of a chart, stretch of time").arg(title, rangeText());
    if (isEmpty())
        return tr("%1 There is nothing to show.", "heading sentence").arg(heading);
    QStringList sentences{heading};
    for (const ChartSeries &candidate : series) {
        const std::optional<Extremes> extremes = extremesOf(candidate);
        if (!candidate.isShown || !extremes)
            continue;
        const QString last = valueText(unit, extremes->last);
        const QString lowest = valueText(unit, extremes->lowest);
        const QString highest = valueText(unit, extremes->highest);
        if (series.size() == 1)
            sentences.append(endsNow
                                 ? tr("Now %1, lowest %2, highest %3.").arg(last, lowest, highest)
                                 : tr("At the end %1, lowest %2, highest %3.").arg(last, lowest, highest));
        else
            sentences.append(
                endsNow ? tr("%1: now %2, lowest %3, highest %4.").arg(candidate.name, last, lowest, highest)
                        : tr("%1: at the end %2, lowest %3, highest %4.")
                              .arg(candidate.name, last, lowest, highest));
    }
    return sentences.join(u' ');
}

QString Chart::readOut(qint64 timeMs) const
{
    QStringList sentences{tr("%1, %2.", "title of a chart, moment").arg(title, Formatting::time(timeMs))};
    for (const ChartSeries &candidate : series) {
        if (!candidate.isShown)
            continue;
        const std::optional<SeriesPoint> point = pointAt(candidate, timeMs);
        sentences.append(
            point ? tr("%1: %2.", "name of a series, value").arg(candidate.name, valueText(unit, point->mean))
                  : tr("%1: no value.", "name of a series").arg(candidate.name));
    }
    return sentences.join(u' ');
}

} // namespace DaemonRpc::Monitor
