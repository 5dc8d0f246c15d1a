// What a load program counts, and the one line that it prints.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

/// The time that each call took. Value.
class Latencies
{
public:
    using Clock = std::chrono::steady_clock;

    void begin()
    {
        m_nanoseconds.clear();
        m_begun = Clock::now();
    }

    void add(Clock::duration duration)
    {
        m_nanoseconds.push_back(std::chrono::duration_cast<std::chrono::nanoseconds>(duration).count());
    }

    [[nodiscard]] Clock::duration elapsed() const { return Clock::now() - m_begun; }

    /// "CALLS SECONDS P50_US P99_US"
    void print()
    {
        const double seconds = std::chrono::duration<double>(elapsed()).count();
        std::sort(m_nanoseconds.begin(), m_nanoseconds.end());
        std::printf("%zu %.6f %.2f %.2f\n", m_nanoseconds.size(), seconds, percentile(50), percentile(99));
    }

private:
    [[nodiscard]] double percentile(size_t percent) const
    {
        if (m_nanoseconds.empty())
            return 0;
        const size_t index = std::min(m_nanoseconds.size() * percent / 100, m_nanoseconds.size() - 1);
        return static_cast<double>(m_nanoseconds[index]) / 1000;
    }

    std::vector<long long> m_nanoseconds;
    Clock::time_point m_begun;
};
