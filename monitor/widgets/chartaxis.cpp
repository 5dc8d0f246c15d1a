#include "widgets/chartaxis.h"

#include "models/formatting.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace DaemonRpc::Monitor {

static constexpr qint64 secondMs = 1000;
static constexpr qint64 minuteMs = 60 * secondMs;
static constexpr qint64 hourMs = 60 * minuteMs;
static constexpr qint64 dayMs = 24 * hourMs;

// The least of 1, 2 and 5 times a power of ten that is not below.
static double roundedUp(double least)
{
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double times : {1.0, 2.0, 5.0}) {
        // A little less, for what the logarithm has lost.
        if (times * power >= least * (1 - 1e-9))
            return times * power;
    }
    return 10 * power;
}

template <typename List>
static double firstNotBelow(const List &list, double least, double beyond)
{
    const auto found = std::find_if(std::begin(list), std::end(list),
                                    [least](auto step) { return static_cast<double>(step) >= least; });
    return found == std::end(list) ? beyond : static_cast<double>(*found);
}

double ChartAxis::step(ChartUnit unit, double least)
{
    constexpr qint64 durations[] = {1,
                                    2,
                                    5,
                                    10,
                                    20,
                                    50,
                                    100,
                                    200,
                                    500,
                                    secondMs,
                                    2 * secondMs,
                                    5 * secondMs,
                                    10 * secondMs,
                                    20 * secondMs,
                                    30 * secondMs,
                                    minuteMs,
                                    2 * minuteMs,
                                    5 * minuteMs,
                                    10 * minuteMs,
                                    20 * minuteMs,
                                    30 * minuteMs,
                                    hourMs,
                                    2 * hourMs,
                                    6 * hourMs,
                                    12 * hourMs};
    switch (unit) {
    case ChartUnit::Count: return roundedUp(std::max(least, 1.0));
    case ChartUnit::Rate:
    case ChartUnit::Percent: return roundedUp(std::max(least, 0.01));
    case ChartUnit::Bytes:
    case ChartUnit::ByteRate: {
        double unitSize = 1;
        while (least / unitSize > 500 && unitSize < 1e18)
            unitSize *= 1024;
        return unitSize * roundedUp(std::max(least / unitSize, 1.0));
    }
    case ChartUnit::Duration:
        return firstNotBelow(durations, least,
                             static_cast<double>(dayMs) * roundedUp(std::max(1.0, least / dayMs)));
    }
    return 1;
}

QList<ChartAxis::Tick> ChartAxis::values(ChartUnit unit, double greatest, int wanted)
{
    const double known = std::isfinite(greatest) ? std::clamp(greatest, 0.0, 1e18) : 0;
    const int steps = std::clamp(wanted, 1, mostTicks);
    // An axis that is never shorter than this: noise is not to fill the chart.
    double least = 1;
    if (unit == ChartUnit::Percent)
        least = 0.05;
    else if (unit == ChartUnit::Bytes || unit == ChartUnit::ByteRate)
        least = 1024;
    const double top = std::max(known, least);
    const double stride = step(unit, top / steps);
    QList<Tick> ticks;
    for (int i = 0; i <= mostTicks; ++i) {
        const double value = i * stride;
        ticks.append({value, label(unit, value, stride)});
        if (value >= top * (1 - 1e-9) && i > 0)
            break;
    }
    return ticks;
}

QString ChartAxis::label(ChartUnit unit, double value, double step)
{
    const QLocale locale;
    switch (unit) {
    case ChartUnit::Count:
    case ChartUnit::Rate: return locale.toString(value, 'f', step < 0.1 ? 2 : (step < 1 ? 1 : 0));
    case ChartUnit::Percent: return tr("%1 %").arg(locale.toString(value * 100, 'f', step < 0.01 ? 1 : 0));
    case ChartUnit::Bytes: return Formatting::bytes(std::llround(value));
    case ChartUnit::ByteRate: return Chart::valueText(unit, value);
    case ChartUnit::Duration: break;
    }
    // In the unit of the step, so that all labels have the same.
    const auto in = [&](qint64 size) {
        const double number = value / static_cast<double>(size);
        return locale.toString(number, 'f', std::abs(number - std::round(number)) < 0.01 ? 0 : 1);
    };
    if (value < secondMs && step < secondMs)
        return tr("%1 ms").arg(in(1));
    if (step < minuteMs)
        return tr("%1 s").arg(in(secondMs));
    if (step < hourMs)
        return tr("%1 min").arg(in(minuteMs));
    return tr("%1 h").arg(in(hourMs));
}

QList<ChartAxis::Tick> ChartAxis::times(qint64 fromMs, qint64 toMs, int wanted)
{
    constexpr qint64 steps[] = {secondMs,      2 * secondMs,  5 * secondMs, 10 * secondMs, 15 * secondMs,
                                30 * secondMs, minuteMs,      2 * minuteMs, 5 * minuteMs,  10 * minuteMs,
                                15 * minuteMs, 30 * minuteMs, hourMs,       2 * hourMs,    3 * hourMs,
                                6 * hourMs,    12 * hourMs,   dayMs};
    QList<Tick> ticks;
    if (toMs <= fromMs || fromMs < 0 || toMs > TimeSeries::maxTimeMs)
        return ticks;
    const int most = std::clamp(wanted, 1, mostTicks);
    const auto spanMs = static_cast<double>(toMs - fromMs);
    const auto stepMs = static_cast<qint64>(
        firstNotBelow(steps, spanMs / most, static_cast<double>(dayMs) * std::ceil(spanMs / dayMs)));
    // Round by the clock on the wall; a change of it within the chart is passed over.
    const qint64 offsetMs = QDateTime::fromMSecsSinceEpoch(fromMs).offsetFromUtc() * secondMs;
    const QLocale locale;
    for (qint64 wallMs = (fromMs + offsetMs + stepMs - 1) / stepMs * stepMs; wallMs - offsetMs <= toMs;
         wallMs += stepMs) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(wallMs - offsetMs);
        QString label;
        if (wallMs % dayMs == 0)
            label = locale.toString(time.date(), QLocale::ShortFormat);
        else if (stepMs < minuteMs)
            label = locale.toString(time.time(), QStringLiteral("HH:mm:ss"));
        else
            label = locale.toString(time.time(), QLocale::ShortFormat);
        ticks.append({static_cast<double>(wallMs - offsetMs), label});
    }
    return ticks;
}

} // namespace DaemonRpc::Monitor
