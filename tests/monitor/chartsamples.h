// Charts for tests.
#pragma once

#include "widgets/chart.h"

#include <cmath>

namespace DaemonRpc::Monitor::Testing {

constexpr qint64 chartBeginMs = 1'700'000'100'000;

/// Points from @p chartBeginMs on; NaN is a gap.
inline std::vector<SeriesPoint> pointsOf(const std::vector<double> &values, qint64 stepMs = 1000)
{
    std::vector<SeriesPoint> points;
    for (size_t i = 0; i < values.size(); ++i) {
        SeriesPoint point;
        point.timeMs = chartBeginMs + static_cast<qint64>(i) * stepMs;
        if (!std::isnan(values.at(i)))
            point.min = point.mean = point.max = values.at(i);
        points.push_back(point);
    }
    return points;
}

/// Five minutes: one series that rises from 0 to 299, and one that is 50 but for a gap in its middle.
inline Chart chartOfTwo(ChartUnit unit = ChartUnit::Rate)
{
    std::vector<double> rising;
    std::vector<double> even;
    for (int i = 0; i < 300; ++i) {
        rising.push_back(i);
        even.push_back(i >= 100 && i < 200 ? std::nan("") : 50);
    }
    Chart chart;
    chart.key = QStringLiteral("throughput");
    chart.title = QStringLiteral("Requests <per> second");
    chart.unit = unit;
    chart.fromMs = chartBeginMs;
    chart.toMs = chartBeginMs + 300'000;
    chart.series = {
        {QStringLiteral("rising"), QStringLiteral("rising & \"more\""), pointsOf(rising), 1000, true},
        {QStringLiteral("even"), QStringLiteral("even"), pointsOf(even), 1000, true}};
    return chart;
}

} // namespace DaemonRpc::Monitor::Testing
