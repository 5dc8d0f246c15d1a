// How often which duration was seen.
#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace DaemonRpc::Monitor {

/// The bins that durations in milliseconds are counted in: exact below 32 ms, then 32 to each doubling, so
/// that a bin is at most 1/32 as wide as what it holds and its middle is off by at most 1/64 (1.6 %).
/// Value-less.
class LatencyBins
{
public:
    /// 2^31 ms (24 days); what takes longer counts as that.
    static constexpr int maxDoublings = 31;
    static constexpr int perDoubling = 32;
    static constexpr size_t count = 32 + (maxDoublings - 5) * perDoubling;

    [[nodiscard]] static size_t binOf(qint64 durationMs);
    /// The middle of the bin.
    [[nodiscard]] static double valueOf(size_t bin);
};

/// A count per bin. Value; 4 KB.
class LatencyHistogram
{
public:
    void add(size_t bin, qint64 times = 1)
    {
        m_counts.at(bin) += static_cast<qint32>(times);
        m_total += times;
    }

    [[nodiscard]] qint64 total() const { return m_total; }

    [[nodiscard]] qint64 count(size_t bin) const { return m_counts.at(bin); }

    /// The duration in milliseconds that @p part (0 to 1) of them do not exceed: the one of rank
    /// ceil(part * total). Only when there are some.
    [[nodiscard]] double quantile(double part) const;

private:
    std::array<qint32, LatencyBins::count> m_counts{};
    qint64 m_total = 0;
};

} // namespace DaemonRpc::Monitor
