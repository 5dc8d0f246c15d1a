// What is measured of a daemon over time.
#pragma once

#include <cstddef>

namespace DaemonRpc::Monitor {

/// What DaemonStatistics has a TimeSeries of.
enum class Statistic {
    // Counted by the daemon since its start; per second.
    Requests, ///< That finished.
    Failures,
    Cancellations, ///< Of all finished requests, forced ones included.
    Forced,
    InputBytes, ///< Of the requests that finished.
    OutputBytes,
    // As it was.
    Connections,
    Queued,
    Running,
    PrivateBytes,
    Cpu, ///< Part of one core: 1 is all of it.
    // Milliseconds; of the requests that finished in the ten seconds before.
    LatencyP50,
    LatencyP95,
    LatencyP99,
};

inline constexpr size_t counterCount = 6; ///< The first ones.
inline constexpr size_t gaugeCount = 5;   ///< Those that follow.
inline constexpr size_t statisticCount = 14;

} // namespace DaemonRpc::Monitor
