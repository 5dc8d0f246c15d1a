// Wakes a sleeping event loop from any thread.
#pragma once

#include <daemonrpc/base/export.h>
#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/result.h>
#include <daemonrpc/eventloop/waitdeadline_p.h>

#include <atomic>

namespace DaemonRpc {

/// A wake-up that is never lost and costs a system call only when the loop really sleeps.
/// Thread-safe: wake(); everything else belongs to the loop's thread.
///
/// The state is the truth, the eventfd only ends the sleep: a wake-up of a loop that is awake is one atomic
/// operation. A write may arrive after the sleep that it was meant for; it then costs one empty turn.
class DAEMONRPC_EXPORT LoopWaker
{
public:
    /// An eventfd for the constructor. Errors: those of eventfd(2), in practice too many open files.
    [[nodiscard]] static Result<FileDescriptor> openDescriptor();

    explicit LoopWaker(FileDescriptor eventFd);

    void wake();

    /// The descriptor that becomes readable when a sleeping loop is woken.
    [[nodiscard]] int descriptor() const { return m_eventFd.get(); }

    [[nodiscard]] bool isPending() const { return m_state.load(std::memory_order_acquire) == State::Pending; }

    /// Announces a sleep; false when a wake-up is pending and the loop must not sleep.
    [[nodiscard]] bool prepareToSleep();

    /// The sleep is over. A wake-up stays pending.
    void endSleep();

    /// Takes the wake-up, false when there was none. Comes before looking for what it was about.
    [[nodiscard]] bool takeWakeUp();

    /// Makes the descriptor unreadable again.
    void drain();

    /// Waits for nothing but a wake-up or @p deadline.
    void waitAlone(WaitDeadline deadline);

private:
    enum class State { Awake, Asleep, Pending };

    FileDescriptor m_eventFd;
    std::atomic<State> m_state = State::Awake;
};

} // namespace DaemonRpc
