#include "models/latencyhistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace DaemonRpc::Monitor {

static constexpr int exactBits = 5; // Below 2^5 a bin is one millisecond wide.

size_t LatencyBins::binOf(qint64 durationMs)
{
    constexpr qint64 greatest = (qint64{1} << maxDoublings) - 1;
    const auto duration = static_cast<quint64>(std::clamp<qint64>(durationMs, 0, greatest));
    if (duration < perDoubling)
        return static_cast<size_t>(duration);
    const int doubling = static_cast<int>(std::bit_width(duration)) - 1;
    const int shift = doubling - exactBits;
    const size_t within = static_cast<size_t>(duration >> shift) - perDoubling;
    return perDoubling + static_cast<size_t>(shift) * perDoubling + within;
}

double LatencyBins::valueOf(size_t bin)
{
    if (bin < perDoubling)
        return static_cast<double>(bin);
    const auto shift = static_cast<int>((bin - perDoubling) / perDoubling);
    const qint64 least = static_cast<qint64>((bin - perDoubling) % perDoubling + perDoubling) << shift;
    // A bin of whole milliseconds: its greatest value is one less than the next bin's least.
    return static_cast<double>(least) + static_cast<double>((qint64{1} << shift) - 1) / 2;
}

double LatencyHistogram::quantile(double part) const
{
    const auto rank =
        std::clamp<qint64>(static_cast<qint64>(std::ceil(part * static_cast<double>(m_total))), 1, m_total);
    qint64 seen = 0;
    for (size_t bin = 0; bin < m_counts.size(); ++bin) {
        seen += m_counts.at(bin);
        if (seen >= rank)
            return LatencyBins::valueOf(bin);
    }
    return 0;
}

} // namespace DaemonRpc::Monitor
