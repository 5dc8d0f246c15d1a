// Growing pauses between attempts.
#pragma once

#include <algorithm>
#include <chrono>

namespace DaemonRpc {

/// Exponential pauses: initial, 2 × initial, … up to a cap. Value.
///
///     Backoff backoff(1ms, 50ms);
///     timer.start(backoff.next());
class Backoff
{
public:
    Backoff(std::chrono::milliseconds initial, std::chrono::milliseconds cap)
        : m_initial(initial)
        , m_cap(cap)
        , m_next(initial)
    {}

    /// The pause before the next attempt.
    [[nodiscard]] std::chrono::milliseconds next()
    {
        const std::chrono::milliseconds current = m_next;
        m_next = std::min(m_next * 2, m_cap);
        return current;
    }

    /// Starts over, after a success.
    void reset() { m_next = m_initial; }

private:
    std::chrono::milliseconds m_initial;
    std::chrono::milliseconds m_cap;
    std::chrono::milliseconds m_next;
};

} // namespace DaemonRpc
