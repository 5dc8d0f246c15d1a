// A door that workers wait at.
#pragma once

#include <condition_variable>
#include <mutex>

/// Holds the threads that pass() until a test opens it. Thread-safe.
class Gate
{
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }

    void pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_visitors;
        m_changed.wait(lock, [this] { return m_isOpen; });
    }

    /// Threads that have come so far.
    [[nodiscard]] int visitors()
    {
        const std::lock_guard lock(m_mutex);
        return m_visitors;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOpen = false;
    int m_visitors = 0;
};
