// Time, as far as trying again needs it.
#pragma once

#include <daemonrpc/base/export.h>

#include <QObject>

#include <chrono>
#include <functional>

namespace DaemonRpc {

/// What a RetrySchedule reads the time from and is woken by. Used from the thread of its receivers.
///
/// This class is the system's; a test that must not wait brings its own.
class DAEMONRPC_EXPORT RetryClock
{
public:
    RetryClock() = default;
    virtual ~RetryClock();
    RetryClock(const RetryClock &) = delete;
    RetryClock &operator=(const RetryClock &) = delete;

    /// Monotonic; since when does not matter.
    [[nodiscard]] virtual std::chrono::milliseconds now() const;

    /// Runs @p call once, from the event loop, when @p delay is over; never when @p receiver is gone by then.
    virtual void wake(std::chrono::milliseconds delay, QObject *receiver, std::function<void()> call);
};

} // namespace DaemonRpc
