// How long a wait of the event loop may take.
#pragma once

#include <chrono>
#include <optional>

namespace DaemonRpc {

/// The instant at which a wait ends by itself; nullopt waits without end. Value.
using WaitDeadline = std::optional<std::chrono::steady_clock::time_point>;

/// A wait that only looks. Needs no reading of the clock.
inline constexpr WaitDeadline doNotWait = std::chrono::steady_clock::time_point::min();

/// What is left until @p deadline, never negative; nullopt means without end.
[[nodiscard]] inline std::optional<std::chrono::nanoseconds> timeUntil(WaitDeadline deadline)
{
    if (!deadline)
        return std::nullopt;
    if (deadline == doNotWait)
        return std::chrono::nanoseconds::zero();
    const auto now = std::chrono::steady_clock::now();
    return *deadline > now ? *deadline - now : std::chrono::nanoseconds::zero();
}

} // namespace DaemonRpc
