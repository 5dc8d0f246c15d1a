// Unix sockets for tests, made by hand.
#pragma once

#include <daemonrpc/base/filedescriptor.h>

#include <QByteArray>
#include <QFile>
#include <QString>

#include <cstring>
#include <utility>

#include <errno.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace DaemonRpc::Testing {

/// The name of the socket at @p path, which must fit.
inline sockaddr_un socketName(const QString &path)
{
    const QByteArray bytes = QFile::encodeName(path);
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    Q_ASSERT(static_cast<size_t>(bytes.size()) < sizeof name.sun_path);
    std::memcpy(name.sun_path, bytes.constData(), static_cast<size_t>(bytes.size()));
    return name;
}

/// A non-blocking socket listening at @p path, or an invalid descriptor with errno set.
inline FileDescriptor listenAt(const QString &path, int backlog)
{
    FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const sockaddr_un name = socketName(path);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&name), sizeof name) != 0 ||
        ::listen(socket.get(), backlog) != 0) {
        socket.reset();
    }
    return socket;
}

/// A socket connected to @p path, or an invalid descriptor with errno set. Non-blocking like the rest.
inline FileDescriptor connectTo(const QString &path)
{
    FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const sockaddr_un name = socketName(path);
    if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&name), sizeof name) != 0) {
        const int errnoValue = errno;
        socket.reset();
        errno = errnoValue;
    }
    return socket;
}

/// Two connected non-blocking sockets of @p type.
inline std::pair<FileDescriptor, FileDescriptor> socketPair(int type = SOCK_STREAM)
{
    int fds[2] = {-1, -1};
    if (::socketpair(AF_UNIX, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fds) != 0)
        return {};
    return {FileDescriptor(fds[0]), FileDescriptor(fds[1])};
}

} // namespace DaemonRpc::Testing
