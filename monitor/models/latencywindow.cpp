#include "models/latencywindow.h"

#include <algorithm>

namespace DaemonRpc::Monitor {

LatencyWindow::LatencyWindow(std::chrono::milliseconds span)
    : m_sliceMs(std::max<qint64>(1, span.count() / slicesPerSpan))
{}

void LatencyWindow::record(qint64 timeMs, qint64 durationMs)
{
    Slice *slice = sliceOf(timeMs / m_sliceMs);
    if (!slice)
        return;
    const size_t bin = LatencyBins::binOf(durationMs);
    std::vector<Count> &counts = slice->counts;
    const auto place = std::lower_bound(counts.begin(), counts.end(), bin,
                                        [](const Count &count, size_t value) { return count.bin < value; });
    if (place != counts.end() && place->bin == bin)
        ++place->count;
    else
        counts.insert(place, {static_cast<quint16>(bin), 1});
    m_total.add(bin);
}

LatencyWindow::Slice *LatencyWindow::sliceOf(qint64 number)
{
    if (m_slices.empty() || number > m_slices.back().number) {
        advance(number * m_sliceMs);
        m_slices.push_back({number, {}});
        return &m_slices.back();
    }
    if (number < m_slices.back().number - slicesPerSpan)
        return nullptr;
    auto place = std::lower_bound(m_slices.begin(), m_slices.end(), number,
                                  [](const Slice &slice, qint64 value) { return slice.number < value; });
    if (place->number != number)
        place = m_slices.insert(place, {number, {}});
    return &*place;
}

void LatencyWindow::advance(qint64 timeMs)
{
    const qint64 number = timeMs / m_sliceMs;
    const auto isOutside = [number](const Slice &slice) {
        return slice.number <= number - slicesPerSpan - 1 || slice.number > number + slicesPerSpan;
    };
    while (!m_slices.empty() && isOutside(m_slices.front())) {
        drop(m_slices.front());
        m_slices.pop_front();
    }
}

std::optional<double> LatencyWindow::quantile(double part) const
{
    if (m_total.total() == 0)
        return std::nullopt;
    return m_total.quantile(part);
}

void LatencyWindow::drop(const Slice &slice)
{
    for (const Count &count : slice.counts)
        m_total.add(count.bin, -qint64{count.count});
}

} // namespace DaemonRpc::Monitor
