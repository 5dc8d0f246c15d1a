#include <daemonrpc/base/oserror.h>
#include <daemonrpc/eventloop/loopwaker_p.h>

#include <errno.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

namespace DaemonRpc {

Result<FileDescriptor> LoopWaker::openDescriptor()
{
    FileDescriptor eventFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!eventFd.isValid())
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot create"),
                                         QStringLiteral("the eventfd of an event loop")));
    return eventFd;
}

LoopWaker::LoopWaker(FileDescriptor eventFd)
    : m_eventFd(std::move(eventFd))
{}

void LoopWaker::wake()
{
    if (m_state.exchange(State::Pending, std::memory_order_acq_rel) != State::Asleep)
        return;
    // Fails only when the counter is full, and then the descriptor is readable anyway.
    [[maybe_unused]] const int result = ::eventfd_write(m_eventFd.get(), 1);
}

bool LoopWaker::prepareToSleep()
{
    State expected = State::Awake;
    return m_state.compare_exchange_strong(expected, State::Asleep, std::memory_order_acq_rel,
                                           std::memory_order_acquire);
}

void LoopWaker::endSleep()
{
    State expected = State::Asleep;
    m_state.compare_exchange_strong(expected, State::Awake, std::memory_order_acq_rel);
}

bool LoopWaker::takeWakeUp()
{
    return m_state.exchange(State::Awake, std::memory_order_acq_rel) == State::Pending;
}

void LoopWaker::drain()
{
    eventfd_t count = 0;
    [[maybe_unused]] const int result = ::eventfd_read(m_eventFd.get(), &count);
}

void LoopWaker::waitAlone(WaitDeadline deadline)
{
    pollfd entry = {m_eventFd.get(), POLLIN, 0};
    int result = 0;
    do {
        timespec timeout = {};
        const std::optional<std::chrono::nanoseconds> left = timeUntil(deadline);
        if (left) {
            const auto seconds = std::chrono::floor<std::chrono::seconds>(*left);
            timeout.tv_sec = static_cast<time_t>(seconds.count());
            timeout.tv_nsec = static_cast<long>((*left - seconds).count());
        }
        result = ::ppoll(&entry, 1, left ? &timeout : nullptr, nullptr);
    } while (result < 0 && errno == EINTR);
    if (result > 0)
        drain();
}

} // namespace DaemonRpc
