// Where the lines of a chart's grid lie.
#pragma once

#include "widgets/chart.h"

namespace DaemonRpc::Monitor {

/// Round numbers and round times to put at the axes of a chart. Value-less.
class ChartAxis
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::ChartAxis)

public:
    struct Tick
    {
        double value = 0; ///< As the unit says; for times milliseconds since the epoch.
        QString label;    ///< In the person's locale.
    };

    static constexpr int mostTicks = 50;

    /// From 0 to at least @p greatest, in about @p wanted steps that are round in their unit: 1, 2 or 5 times
    /// a power of ten, or of 1024 for sizes; round seconds, minutes and hours for durations. Counts have no
    /// fractions. The last one is the top of the axis.
    [[nodiscard]] static QList<Tick> values(ChartUnit unit, double greatest, int wanted);

    /// Round times of the clock of this machine's time zone within [@p fromMs, @p toMs], @p wanted at most.
    /// Where a day begins there is its date.
    [[nodiscard]] static QList<Tick> times(qint64 fromMs, qint64 toMs, int wanted);

private:
    [[nodiscard]] static double step(ChartUnit unit, double least);
    [[nodiscard]] static QString label(ChartUnit unit, double value, double step);
};

} // namespace DaemonRpc::Monitor
