// What is measured of one daemon over time.
#pragma once

#include "models/latencywindow.h"
#include "models/statistic.h"
#include "models/timeseries.h"

#include <array>

namespace DaemonRpc::Monitor {

/// What one look at a daemon found. Value.
struct StatisticsSample
{
    /// Since the daemon's start, in the order of Statistic; they do not fall.
    std::array<double, counterCount> counters{};
    /// In the order of Statistic, from Connections; NaN when unknown.
    std::array<double, gaugeCount> gauges{};
};

/// The course of all statistics of one daemon, or of several together, over a day. Value.
///
/// It is looked at now and then: at least once a second while it can be seen, more often as it likes. Between
/// two looks a counter is taken to have grown evenly, so that each second gets its share, seconds add up to
/// what was counted, and the moment of a look does not show. Up to maxQuiet without a look is a stretch in
/// which nothing happened until its last second; more is a gap.
///
/// Memory: 14 series of 17 KB and two LatencyWindows, reached after a day of life.
class DaemonStatistics
{
public:
    static constexpr std::chrono::minutes maxQuiet{10};
    static constexpr std::chrono::minutes latencySpan{5};
    static constexpr std::chrono::seconds latencySeriesSpan{10};

    DaemonStatistics();

    /// Times are milliseconds since the epoch; see TimeSeries for ones that go back.
    void observe(qint64 timeMs, const StatisticsSample &sample);

    /// A request has finished after @p durationMs. To be said before the look that counts it.
    void recordLatency(qint64 timeMs, qint64 durationMs);

    /// What happened until the next look is unknown: a gap.
    void interrupt() { m_isContinuous = false; }

    [[nodiscard]] const TimeSeries &series(Statistic statistic) const
    {
        return m_series.at(static_cast<size_t>(statistic));
    }

    /// Of the last look; -1 before the first.
    [[nodiscard]] qint64 lastTimeMs() const { return m_lastMs; }

    /// The mean of the last @p seconds whole seconds for which there is a value; nothing when there is none.
    [[nodiscard]] std::optional<double> recent(Statistic statistic, int seconds = 5) const;

    /// In milliseconds; of the requests that finished within latencySpan. As LatencyWindow::quantile().
    [[nodiscard]] std::optional<double> latency(double part) const { return m_latency.quantile(part); }

    /// How many those are.
    [[nodiscard]] qint64 latencyCount() const { return m_latency.count(); }

private:
    void begin(qint64 timeMs);
    void advance(qint64 timeMs, const std::array<double, counterCount> &counters);
    void closeSecond(const std::array<double, counterCount> &counters);

    TimeSeries &seriesAt(size_t place) { return m_series.at(place); }

    std::array<TimeSeries, statisticCount> m_series;
    LatencyWindow m_latency;
    LatencyWindow m_shortLatency;
    StatisticsSample m_last;
    qint64 m_lastMs = -1;
    bool m_isContinuous = false;
    qint64 m_second = 0; ///< The one that is not over yet, since the epoch.
    std::array<double, counterCount> m_atBeginOfSecond{};
    bool m_isWholeSecond = false; ///< It was seen from its beginning.
};

} // namespace DaemonRpc::Monitor
