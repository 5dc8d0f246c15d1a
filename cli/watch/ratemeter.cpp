#include "watch/ratemeter.h"

namespace DaemonRpc::Cli {

void RateMeter::add(qint64 timeMs, qint64 count)
{
    // A counter or a clock that goes back is another daemon's.
    if (!m_samples.empty() && (count < m_samples.back().count || timeMs < m_samples.back().timeMs))
        m_samples.clear();
    m_samples.push_back({timeMs, count});
    while (m_samples.size() > 2 &&
           (m_samples.size() > maxSamples || timeMs - m_samples[1].timeMs >= window.count()))
        m_samples.pop_front();
}

double RateMeter::perSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const qint64 elapsedMs = m_samples.back().timeMs - m_samples.front().timeMs;
    if (elapsedMs <= 0)
        return 0;
    return static_cast<double>(m_samples.back().count - m_samples.front().count) * 1000 /
           static_cast<double>(elapsedMs);
}

} // namespace DaemonRpc::Cli
