#include "models/rateseries.h"

namespace DaemonRpc::Monitor {

static constexpr double msPerSecond = 1000;

void RateSeries::sample(qint64 total, qint64 atMs)
{
    if (m_total < 0 || total < m_total || atMs < m_atMs) {
        m_points.clear();
    } else {
        if (atMs - m_atMs < minIntervalMs)
            return;
        if (m_points.size() >= maxPoints)
            m_points.removeFirst();
        m_points.append(static_cast<double>(total - m_total) * msPerSecond /
                        static_cast<double>(atMs - m_atMs));
    }
    m_total = total;
    m_atMs = atMs;
}

} // namespace DaemonRpc::Monitor
