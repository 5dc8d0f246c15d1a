// Keeps others from filling the log.
#pragma once

#include <QString>

#include <chrono>
#include <utility>

namespace DaemonRpc {

/// Admits a few lines per period and counts the rest, for lines that a peer can cause as often as it likes.
/// Value; not thread-safe: one per place that logs.
///
///     if (m_refusals.admits())
///         qCWarning(lcServer).noquote() << "connection refused" << m_refusals.suffix();
class LogThrottle
{
public:
    using Clock = std::chrono::steady_clock;

    static constexpr int defaultLines = 10;
    static constexpr std::chrono::seconds defaultPeriod{10};

    explicit LogThrottle(int lines = defaultLines, std::chrono::milliseconds period = defaultPeriod)
        : m_lines(lines)
        , m_period(period)
    {}

    /// Whether a line may be written now. Counts those that may not.
    [[nodiscard]] bool admits(Clock::time_point now = Clock::now())
    {
        if (now - m_begin >= m_period || m_begin == Clock::time_point()) {
            m_begin = now;
            m_written = 0;
        }
        if (m_written >= m_lines) {
            ++m_suppressed;
            return false;
        }
        ++m_written;
        return true;
    }

    /// For the end of an admitted line: "(12 more like this were not logged)" or nothing; starts counting
    /// anew.
    [[nodiscard]] QString suffix()
    {
        const quint64 count = std::exchange(m_suppressed, 0);
        return count == 0 ? QString() : QStringLiteral("(%1 more like this were not logged)").arg(count);
    }

private:
    int m_lines;
    std::chrono::milliseconds m_period;
    Clock::time_point m_begin;
    int m_written = 0;
    quint64 m_suppressed = 0;
};

} // namespace DaemonRpc
