#include "tcpsocket_p.h"

#include <daemonrpc/base/oserror.h>

#include <QHostAddress>

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

namespace DaemonRpc {

// Unsent bytes that the kernel holds: enough to keep a fast network busy, and what waits beyond it counts as
// pending, so that high-water marks mean something.
static constexpr int unsentBytes = 128 * 1024;
static constexpr int secondsUntilProbe = 60;
static constexpr int secondsBetweenProbes = 15;
static constexpr int probes = 4;

static void setOption(int descriptor, int level, int option, int value)
{
    // What a system does not know costs speed or promptness, not correctness.
    static_cast<void>(::setsockopt(descriptor, level, option, &value, sizeof value));
}

void TcpSocket::prepare(int descriptor)
{
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, secondsUntilProbe);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, secondsBetweenProbes);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPCNT, probes);
    setOption(descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, unsentBytes);
}

static QString endpoint(const QString &address, quint16 port)
{
    return (address.contains(u':') ? u'[' + address + u']' : address) + u':' + QString::number(port);
}

Result<FileDescriptor> TcpSocket::listenAt(const QString &address, quint16 port)
{
    const QHostAddress host(address);
    if (host.isNull()) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("cannot listen at \"%1\": it is no address; use a number such as "
                                         "127.0.0.1, ::1 or 0.0.0.0")
                              .arg(address.left(100)));
    }
    const bool isV6 = host.protocol() == QAbstractSocket::IPv6Protocol;
    FileDescriptor socket(::socket(isV6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const QString subject = endpoint(address, port);
    if (!socket.isValid())
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot open a socket for"), subject));
    // Connections of a predecessor that linger must not keep the port from its successor (socket(7)).
    setOption(socket.get(), SOL_SOCKET, SO_REUSEADDR, 1);
    int result = -1;
    if (isV6) {
        setOption(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, 0); // :: is IPv4, too
        sockaddr_in6 name{};
        name.sin6_family = AF_INET6;
        name.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = host.toIPv6Address();
        std::copy(std::begin(bytes.c), std::end(bytes.c), std::begin(name.sin6_addr.s6_addr));
        name.sin6_scope_id = host.scopeId().toUInt();
        result = ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&name), sizeof name);
    } else {
        sockaddr_in name{};
        name.sin_family = AF_INET;
        name.sin_port = htons(port);
        name.sin_addr.s_addr = htonl(host.toIPv4Address());
        result = ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&name), sizeof name);
    }
    if (result == 0)
        result = ::listen(socket.get(), backlog);
    if (result == 0)
        return socket;
    if (errno == EADDRINUSE) {
        return unexpected(ErrorCode::AlreadyRunning,
                          QStringLiteral("cannot listen at %1: another process does already; choose another "
                                         "port, or end that process")
                              .arg(subject));
    }
    return unexpected(errorFromErrno(errno, QStringLiteral("cannot listen at"), subject));
}

static QHostAddress hostOf(const sockaddr_storage &name)
{
    const QHostAddress host(reinterpret_cast<const sockaddr *>(&name));
    bool isMapped = false;
    const quint32 v4 = host.toIPv4Address(&isMapped); // ::ffff:192.0.2.1 as well
    return isMapped ? QHostAddress(v4) : host;
}

QString TcpSocket::describe(const sockaddr_storage &name)
{
    if (name.ss_family != AF_INET && name.ss_family != AF_INET6)
        return QStringLiteral("unknown");
    const quint16 port = name.ss_family == AF_INET
                             ? ntohs(reinterpret_cast<const sockaddr_in &>(name).sin_port)
                             : ntohs(reinterpret_cast<const sockaddr_in6 &>(name).sin6_port);
    return endpoint(hostOf(name).toString(), port);
}

QByteArray TcpSocket::limitKey(const sockaddr_storage &name)
{
    const QHostAddress host = hostOf(name);
    if (host.protocol() != QAbstractSocket::IPv6Protocol)
        return host.toString().toLatin1();
    constexpr qsizetype prefixBytes = 8;
    const Q_IPV6ADDR bytes = host.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(bytes.c), prefixBytes).toHex();
}

} // namespace DaemonRpc
