#include "tcpsocket_p.h"

#include <daemonrpc/base/oserror.h>

#include <QHostAddress>

#include <net/if.h>

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

struct SocketName
{
    sockaddr_storage storage{};
    socklen_t length = 0;

    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
};

static Result<SocketName> socketName(const QString &address, quint16 port)
{
    const QHostAddress host(address);
    SocketName name;
    if (host.protocol() == QAbstractSocket::IPv6Protocol) {
        auto &v6 = reinterpret_cast<sockaddr_in6 &>(name.storage);
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = host.toIPv6Address();
        std::copy(std::begin(bytes.c), std::end(bytes.c), std::begin(v6.sin6_addr.s6_addr));
        const QByteArray zone = host.scopeId().toUtf8();
        v6.sin6_scope_id = zone.isEmpty() ? 0 : ::if_nametoindex(zone.constData());
        if (v6.sin6_scope_id == 0)
            v6.sin6_scope_id = zone.toUInt();
        name.length = sizeof v6;
        return name;
    }
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        auto &v4 = reinterpret_cast<sockaddr_in &>(name.storage);
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(host.toIPv4Address());
        name.length = sizeof v4;
        return name;
    }
    return unexpected(ErrorCode::InvalidArgument,
                      QStringLiteral("cannot listen at \"%1\": it is no address; use a number such as "
                                     "127.0.0.1, ::1 or 0.0.0.0")
                          .arg(address.left(100)));
}

Result<FileDescriptor> TcpSocket::open(const QString &address)
{
    const Result<SocketName> name = socketName(address, 0);
    if (!name)
        return unexpected(name.error());
    FileDescriptor socket(::socket(name->storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket.isValid())
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot open a socket for"), address));
    // Connections of a predecessor that linger must not keep the port from its successor (socket(7)).
    setOption(socket.get(), SOL_SOCKET, SO_REUSEADDR, 1);
    if (name->storage.ss_family == AF_INET6)
        setOption(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, 0); // :: is IPv4, too
    return socket;
}

static bool isBoundTo(int descriptor, const QString &address, quint16 port)
{
    SocketName own;
    own.length = sizeof own.storage;
    return ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&own.storage), &own.length) == 0 &&
           QHostAddress(own.get()) == QHostAddress(address) &&
           TcpSocket::describe(own.storage).endsWith(u':' + QString::number(port));
}

Result<void> TcpSocket::listenAt(int descriptor, const QString &address, quint16 port)
{
    const Result<SocketName> name = socketName(address, port);
    if (!name)
        return unexpected(name.error());
    // It may be bound already, by an attempt that failed only afterwards. A socket that is not, listen(2)
    // would bind to a port of the system's choice.
    const bool isBound = ::bind(descriptor, name->get(), name->length) == 0 ||
                         (errno == EINVAL && port != 0 && isBoundTo(descriptor, address, port));
    if (isBound && ::listen(descriptor, backlog) == 0)
        return {};
    const QString subject = endpoint(address, port);
    if (errno == EADDRINUSE) {
        return unexpected(ErrorCode::AlreadyRunning,
                          QStringLiteral("cannot listen at %1: another process does already; choose another "
                                         "port, or end that process")
                              .arg(subject));
    }
    return unexpected(errorFromErrno(errno, QStringLiteral("cannot listen at"), subject));
}

bool TcpSocket::listensAt(int descriptor, const QString &address, quint16 port)
{
    int isListening = 0;
    socklen_t length = sizeof isListening;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &length) == 0 &&
           isListening != 0 && isBoundTo(descriptor, address, port);
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
    if (host.protocol() == QAbstractSocket::IPv4Protocol && host.isLoopback())
        return QByteArrayLiteral("127.0.0.0/8");
    if (host.protocol() != QAbstractSocket::IPv6Protocol)
        return host.toString().toLatin1();
    constexpr qsizetype prefixBytes = 8;
    const Q_IPV6ADDR bytes = host.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(bytes.c), prefixBytes).toHex();
}

} // namespace DaemonRpc
