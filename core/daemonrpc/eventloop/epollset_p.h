// One epoll instance of the kernel.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/result.h>
#include <daemonrpc/eventloop/waitdeadline_p.h>

#include <array>
#include <span>

#include <sys/epoll.h>

namespace DaemonRpc {

/// Level-triggered epoll(7) with a token per descriptor. Thread-bound.
class EpollSet
{
public:
    /// A descriptor for the constructor. Errors: those of epoll_create1(2), in practice too many open files.
    [[nodiscard]] static Result<FileDescriptor> openDescriptor();

    explicit EpollSet(FileDescriptor epollFd);

    /// Each returns 0 or the errno of epoll_ctl(2).
    [[nodiscard]] int add(int fd, quint32 events, quint64 token);
    [[nodiscard]] int modify(int fd, quint32 events, quint64 token);
    int remove(int fd);

    /// Replaces the kernel's set by the empty one of @p epollFd.
    void replace(FileDescriptor epollFd) { m_epollFd = std::move(epollFd); }

    /// What is ready, as soon as anything is, or nothing when @p deadline has come. Interruptions by signals
    /// are waited through. Valid until the next call.
    [[nodiscard]] std::span<const epoll_event> wait(WaitDeadline deadline);

private:
    [[nodiscard]] int control(int operation, int fd, quint32 events, quint64 token);
    [[nodiscard]] int waitOnce(std::optional<std::chrono::nanoseconds> timeout);

    FileDescriptor m_epollFd;
    // The kernel goes round its ready list, so more ready descriptors than this are served in turn.
    std::array<epoll_event, 256> m_events;
    bool m_hasNanoseconds = true;
};

} // namespace DaemonRpc
