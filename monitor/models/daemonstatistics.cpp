#include "models/daemonstatistics.h"

#include <algorithm>
#include <cmath>

namespace DaemonRpc::Monitor {

static constexpr qint64 secondMs = 1000;
static constexpr size_t firstGauge = counterCount;
static constexpr size_t firstQuantile = counterCount + gaugeCount;
static constexpr std::array<double, statisticCount - firstQuantile> quantiles{0.5, 0.95, 0.99};

DaemonStatistics::DaemonStatistics()
    : m_latency(latencySpan)
    , m_shortLatency(latencySeriesSpan)
{}

void DaemonStatistics::observe(qint64 timeMs, const StatisticsSample &sample)
{
    if (timeMs < 0 || timeMs > TimeSeries::maxTimeMs)
        return;
    if (timeMs < m_lastMs - TimeSeries::maxLateMs) {
        for (TimeSeries &series : m_series)
            series.clear();
        m_isContinuous = false;
    } else {
        timeMs = std::max(timeMs, m_lastMs);
    }
    const qint64 quietMs = timeMs - m_lastMs;
    if (!m_isContinuous || quietMs > std::chrono::milliseconds(maxQuiet).count()) {
        begin(timeMs);
    } else {
        if (quietMs > secondMs)
            advance(timeMs - secondMs, m_last.counters);
        advance(timeMs, sample.counters);
    }
    m_last = sample;
    m_lastMs = timeMs;
    for (size_t i = 0; i < gaugeCount; ++i)
        seriesAt(firstGauge + i).add(timeMs, sample.gauges.at(i));
    m_latency.advance(timeMs);
}

void DaemonStatistics::recordLatency(qint64 timeMs, qint64 durationMs)
{
    if (timeMs < 0 || timeMs > TimeSeries::maxTimeMs)
        return;
    m_latency.record(timeMs, durationMs);
    m_shortLatency.record(timeMs, durationMs);
}

std::optional<double> DaemonStatistics::recent(Statistic statistic, int seconds) const
{
    const Course course = series(statistic).course(m_second * secondMs, seconds);
    double sum = 0;
    int count = 0;
    for (const double value : course.values) {
        if (std::isfinite(value)) {
            sum += value;
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional<double>(sum / count);
}

void DaemonStatistics::begin(qint64 timeMs)
{
    m_isContinuous = true;
    m_isWholeSecond = false;
    m_second = timeMs / secondMs;
}

void DaemonStatistics::advance(qint64 timeMs, const std::array<double, counterCount> &counters)
{
    const auto stretch = static_cast<double>(timeMs - m_lastMs);
    for (qint64 end = (m_second + 1) * secondMs; end <= timeMs; end += secondMs) {
        const double part = stretch > 0 ? static_cast<double>(end - m_lastMs) / stretch : 1;
        std::array<double, counterCount> atEnd{};
        for (size_t i = 0; i < counterCount; ++i)
            atEnd.at(i) =
                m_last.counters.at(i) + (counters.at(i) - m_last.counters.at(i)) * std::min(1.0, part);
        closeSecond(atEnd);
    }
    m_last.counters = counters;
    m_lastMs = timeMs;
}

void DaemonStatistics::closeSecond(const std::array<double, counterCount> &counters)
{
    const qint64 beginMs = m_second * secondMs;
    if (m_isWholeSecond) {
        for (size_t i = 0; i < counterCount; ++i)
            seriesAt(i).add(beginMs, std::max(0.0, counters.at(i) - m_atBeginOfSecond.at(i)));
    }
    for (size_t i = 0; i < gaugeCount; ++i) {
        TimeSeries &series = seriesAt(firstGauge + i);
        if (series.lastTimeMs() < beginMs)
            series.add(beginMs, m_last.gauges.at(i));
    }
    m_shortLatency.advance(beginMs);
    for (size_t i = 0; i < quantiles.size() && m_shortLatency.count() > 0; ++i)
        seriesAt(firstQuantile + i).add(beginMs, *m_shortLatency.quantile(quantiles.at(i)));
    m_atBeginOfSecond = counters;
    m_isWholeSecond = true;
    ++m_second;
}

} // namespace DaemonRpc::Monitor
