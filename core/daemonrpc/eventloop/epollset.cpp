#include <daemonrpc/base/oserror.h>
#include <daemonrpc/eventloop/epollset_p.h>

#include <algorithm>
#include <limits>

#include <errno.h>
#include <time.h>

namespace DaemonRpc {

Result<FileDescriptor> EpollSet::openDescriptor()
{
    FileDescriptor epollFd(::epoll_create1(EPOLL_CLOEXEC));
    if (!epollFd.isValid())
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot create"),
                                         QStringLiteral("the epoll set of an event loop")));
    return epollFd;
}

EpollSet::EpollSet(FileDescriptor epollFd)
    : m_epollFd(std::move(epollFd))
{}

int EpollSet::add(int fd, quint32 events, quint64 token) { return control(EPOLL_CTL_ADD, fd, events, token); }

int EpollSet::modify(int fd, quint32 events, quint64 token)
{
    return control(EPOLL_CTL_MOD, fd, events, token);
}

int EpollSet::remove(int fd) { return control(EPOLL_CTL_DEL, fd, 0, 0); }

int EpollSet::control(int operation, int fd, quint32 events, quint64 token)
{
    epoll_event event = {};
    event.events = events;
    event.data.u64 = token;
    return ::epoll_ctl(m_epollFd.get(), operation, fd, &event) == 0 ? 0 : errno;
}

std::span<const epoll_event> EpollSet::wait(WaitDeadline deadline)
{
    for (;;) {
        const int count = waitOnce(timeUntil(deadline));
        if (count >= 0)
            return {m_events.data(), static_cast<size_t>(count)};
        // Going on would mean a loop that hears nothing and spins.
        if (errno != EINTR)
            qFatal(
                "EpollDispatcher: epoll_wait failed (%s); other code closed the descriptor of the event loop",
                qPrintable(errnoText(errno)));
    }
}

int EpollSet::waitOnce(std::optional<std::chrono::nanoseconds> timeout)
{
    const int capacity = static_cast<int>(m_events.size());
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 35)
    if (m_hasNanoseconds && timeout && timeout->count() > 0) {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(*timeout);
        timespec time = {};
        time.tv_sec = static_cast<time_t>(seconds.count());
        time.tv_nsec = static_cast<long>((*timeout - seconds).count());
        const int count = ::epoll_pwait2(m_epollFd.get(), m_events.data(), capacity, &time, nullptr);
        // ENOSYS: a kernel before 5.11. EPERM: a sandbox that does not know the call.
        if (count >= 0 || (errno != ENOSYS && errno != EPERM))
            return count;
        m_hasNanoseconds = false;
    }
#endif
    int milliseconds = -1;
    if (timeout) {
        // Rounded up: waking before a timer is due would be a turn for nothing.
        const qint64 whole = std::chrono::ceil<std::chrono::milliseconds>(*timeout).count();
        milliseconds = static_cast<int>(std::min<qint64>(whole, std::numeric_limits<int>::max()));
    }
    return ::epoll_wait(m_epollFd.get(), m_events.data(), capacity, milliseconds);
}

} // namespace DaemonRpc
