// Quantiles of the durations of the last seconds or minutes.
#pragma once

#include "models/latencyhistogram.h"

#include <array>
#include <chrono>
#include <deque>
#include <optional>
#include <vector>

namespace DaemonRpc::Monitor {

/// Durations that were seen within a span of time up to now. Value.
///
/// Recording one is an addition, whatever the rate; what has become too old goes slice by slice, of which a
/// span has slicesPerSpan, so that up to one slice more than the span is looked at. Quantiles are off by at
/// most LatencyBins' 1.6 %. Memory is bounded by the slices times LatencyBins::count: about 10 KB for
/// durations that lie close together, 150 KB if each slice had every duration there is.
class LatencyWindow
{
public:
    static constexpr qint64 slicesPerSpan = 20;

    explicit LatencyWindow(std::chrono::milliseconds span);

    /// Times go up as a rule; one that is late counts where it belongs, and not at all when it is too old.
    void record(qint64 timeMs, qint64 durationMs);

    /// Drops what is too old at @p timeMs. A time before the earliest slice, as after a clock that was set,
    /// drops everything.
    void advance(qint64 timeMs);

    [[nodiscard]] qint64 count() const { return m_total.total(); }

    /// In milliseconds, as LatencyHistogram::quantile(); nothing when there is none.
    [[nodiscard]] std::optional<double> quantile(double part) const;

private:
    struct Count
    {
        quint16 bin;
        qint32 count;
    };

    struct Slice
    {
        qint64 number;
        std::vector<Count> counts; ///< By bin, ascending.
    };

    [[nodiscard]] Slice *sliceOf(qint64 number);
    void drop(const Slice &slice);

    qint64 m_sliceMs;
    std::deque<Slice> m_slices;
    LatencyHistogram m_total;
};

} // namespace DaemonRpc::Monitor
