// How fast a counter has been growing lately.
#pragma once

#include <QList>

namespace DaemonRpc::Monitor {

/// The growth of a counter per second, for sparklines. Value. Compares by what is seen.
class RateSeries
{
public:
    static constexpr qsizetype maxPoints = 60;
    /// What comes sooner after a point is not one of its own.
    static constexpr qint64 minIntervalMs = 200;

    /// The counter stood at @p total at @p atMs. One that falls, or a clock that goes back, begins anew.
    void sample(qint64 total, qint64 atMs);

    /// Per second, oldest first.
    [[nodiscard]] const QList<double> &points() const { return m_points; }

    friend bool operator==(const RateSeries &a, const RateSeries &b) { return a.m_points == b.m_points; }

private:
    QList<double> m_points;
    qint64 m_total = -1;
    qint64 m_atMs = 0;
};

} // namespace DaemonRpc::Monitor
