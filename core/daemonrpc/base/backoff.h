// Growing pauses between attempts.
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

namespace DaemonRpc {

/// Where chance comes from: numbers evenly spread over [0, 1).
using RandomSource = std::function<double()>;

/// Exponential pauses: initial, 2 × initial, … up to a cap. Value.
///
/// With a random source each pause is drawn evenly from zero to that value ("full jitter"), so that clients
/// that were turned away together do not come back together. See Marc Brooker, "Exponential Backoff And
/// Jitter", AWS Architecture Blog, 2015, which compares the variants.
///
///     Backoff backoff(1ms, 50ms);
///     timer.start(backoff.next());
class Backoff
{
public:
    /// @p jitter may be empty: then the pauses are exact.
    Backoff(std::chrono::milliseconds initial, std::chrono::milliseconds cap, RandomSource jitter = {})
        : m_initial(std::min(initial, cap))
        , m_cap(cap)
        , m_next(m_initial)
        , m_jitter(std::move(jitter))
    {}

    /// The pause before the next attempt.
    [[nodiscard]] std::chrono::milliseconds next()
    {
        const std::chrono::milliseconds longest = m_next;
        m_next = longest > m_cap / 2 ? m_cap : longest * 2;
        if (!m_jitter)
            return longest;
        return std::chrono::duration_cast<std::chrono::milliseconds>(longest * m_jitter());
    }

    /// Starts over, after a success.
    void reset() { m_next = m_initial; }

private:
    std::chrono::milliseconds m_initial;
    std::chrono::milliseconds m_cap;
    std::chrono::milliseconds m_next;
    RandomSource m_jitter;
};

} // namespace DaemonRpc
