// How often something happens.
#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>

namespace DaemonRpc::Cli {

/// A rate over the last seconds, from a counter that is looked at now and then. Value.
class RateMeter
{
public:
    static constexpr std::chrono::milliseconds window{5000};
    static constexpr size_t maxSamples = 1000;

    /// The counter stands at @p count at @p timeMs, by any clock that does not go back.
    void add(qint64 timeMs, qint64 count);

    /// Per second; 0 before there are two looks.
    [[nodiscard]] double perSecond() const;

    void clear() { m_samples.clear(); }

private:
    struct Sample
    {
        qint64 timeMs = 0;
        qint64 count = 0;
    };

    std::deque<Sample> m_samples;
};

} // namespace DaemonRpc::Cli
