// What the tests of the event loop share: a main() under the dispatcher, and descriptors to watch.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/eventloop/epolldispatcher.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

namespace DaemonRpc {

/// Two connected local sockets.
struct SocketPair
{
    explicit SocketPair(int type = SOCK_STREAM)
    {
        int fds[2] = {-1, -1};
        if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, fds) != 0)
            qFatal("socketpair failed");
        here.reset(fds[0]);
        there.reset(fds[1]);
    }

    /// Makes `here` readable.
    [[nodiscard]] bool send() const { return ::write(there.get(), "x", 1) == 1; }

    /// Takes all that was sent.
    static qsizetype drain(int fd)
    {
        char buffer[64];
        qsizetype total = 0;
        for (ssize_t count = 0; (count = ::read(fd, buffer, sizeof buffer)) > 0;)
            total += count;
        return total;
    }

    FileDescriptor here;
    FileDescriptor there;
};

/// One turn of the current thread's loop.
inline bool turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    return QAbstractEventDispatcher::instance()->processEvents(flags);
}

/// Runs the tests of @p Test with the dispatcher under test in the main thread.
template <typename Test>
int runUnderEpoll(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace DaemonRpc
