#include <daemonrpc/base/oserror.h>
#include <daemonrpc/service/process/socketactivation.h>

#include <QFile>

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace DaemonRpc {

// Of our own: a successor cannot have them from 3 on, nor be told its pid before it exists.
static constexpr char inheritedVariable[] = "DAEMON_RPC_INHERITED_SOCKETS";

QByteArray SocketActivation::successorEnvironment(const QList<int> &descriptors)
{
    QByteArrayList numbers;
    for (const int descriptor : descriptors)
        numbers.append(QByteArray::number(descriptor));
    return QByteArray(inheritedVariable) + '=' + numbers.join(':');
}

static Result<QList<int>> takeInherited()
{
    const QByteArray text = qgetenv(inheritedVariable);
    qunsetenv(inheritedVariable);
    QList<int> descriptors;
    const QList<QByteArray> numbers = text.isEmpty() ? QList<QByteArray>() : text.split(':');
    for (const QByteArray &number : numbers) {
        bool isNumber = false;
        const int descriptor = number.toInt(&isNumber);
        if (!isNumber || descriptor <= STDERR_FILENO || descriptors.contains(descriptor) ||
            descriptors.size() >= SocketActivation::maxSockets) {
            return unexpected(
                ErrorCode::InvalidArgument,
                QStringLiteral("%1 must be descriptors such as 5:6, not \"%2\"; it is meant for "
                               "a restart, unset it")
                    .arg(QLatin1String(inheritedVariable), QString::fromUtf8(text.left(40))));
        }
        descriptors.append(descriptor);
    }
    return descriptors;
}

Result<SocketActivation> SocketActivation::take()
{
    const Result<QList<int>> inherited = takeInherited();
    if (!inherited)
        return unexpected(inherited.error());
    const QByteArray pid = qgetenv("LISTEN_PID");
    const QByteArray count = qgetenv("LISTEN_FDS");
    SocketActivation activation;
    activation.names = qgetenv("LISTEN_FDNAMES");
    for (const char *name : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"})
        qunsetenv(name);
    activation.inherited = *inherited;
    // Inherited by accident from a parent that was activated: not ours.
    if (count.isEmpty() || pid.toLongLong() != ::getpid())
        return SocketActivation{0, {}, *inherited};
    bool isNumber = false;
    activation.count = count.toInt(&isNumber);
    if (!isNumber || activation.count < 0 || activation.count > maxSockets) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("LISTEN_FDS must be a number from 0 to %1, not \"%2\"")
                              .arg(maxSockets)
                              .arg(QString::fromUtf8(count.left(40))));
    }
    return activation;
}

static int socketOption(int descriptor, int option)
{
    int value = -1;
    socklen_t size = sizeof value;
    return ::getsockopt(descriptor, SOL_SOCKET, option, &value, &size) == 0 ? value : -1;
}

static Error unusable(int descriptor, const QString &name, const QString &why)
{
    return Error(
        ErrorCode::InvalidArgument,
        QStringLiteral("cannot use the supervisor's descriptor %1 (%2): it %3; give the daemon nothing but "
                       "Unix stream sockets, ListenStream=/path in a systemd socket unit")
            .arg(descriptor)
            .arg(name, why));
}

/// What is wrong with @p descriptor, or where it listens.
static Result<QString> listeningPath(int descriptor, const QString &name)
{
    sockaddr_un address = {};
    socklen_t length = sizeof address;
    if (::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &length) != 0) {
        return unexpected(unusable(descriptor, name,
                                   errno == ENOTSOCK
                                       ? QStringLiteral("is no socket")
                                       : QStringLiteral("cannot be examined: %1").arg(errnoText(errno))));
    }
    if (address.sun_family != AF_UNIX)
        return unexpected(unusable(descriptor, name, QStringLiteral("is no Unix socket")));
    if (socketOption(descriptor, SO_TYPE) != SOCK_STREAM)
        return unexpected(unusable(descriptor, name, QStringLiteral("is no stream socket")));
    if (socketOption(descriptor, SO_ACCEPTCONN) != 1)
        return unexpected(unusable(descriptor, name, QStringLiteral("does not listen (Accept=yes?)")));
    const auto pathBytes =
        static_cast<qsizetype>(length) - static_cast<qsizetype>(offsetof(sockaddr_un, sun_path));
    if (pathBytes <= 0 || address.sun_path[0] == '\0')
        return unexpected(
            unusable(descriptor, name, QStringLiteral("has no path, so that anybody could connect")));
    return QFile::decodeName(
        QByteArray(address.sun_path,
                   static_cast<qsizetype>(::strnlen(address.sun_path, static_cast<size_t>(pathBytes)))));
}

Result<std::vector<ActivatedSocket>> SocketActivation::sockets(int first) const
{
    const QList<QByteArray> allNames = names.isEmpty() ? QList<QByteArray>() : names.split(':');
    std::vector<ActivatedSocket> result;
    const auto own = [&result](int descriptor, const QByteArray &name) {
        if (::fcntl(descriptor, F_GETFD) < 0)
            return;
        ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
        ActivatedSocket activated;
        activated.socket.reset(descriptor);
        activated.name = name;
        result.push_back(std::move(activated));
    };
    // Owned from the start, all of them: whatever goes wrong, no child inherits one.
    for (int i = 0; i < count; ++i)
        own(first + i, allNames.value(i, "unknown"));
    if (result.size() != static_cast<size_t>(count)) {
        return unexpected(
            ErrorCode::InvalidArgument,
            QStringLiteral("the supervisor promised %1 sockets from descriptor %2 on and only %3 are open")
                .arg(count)
                .arg(first)
                .arg(result.size()));
    }
    for (const int descriptor : inherited)
        own(descriptor, "unknown");
    for (ActivatedSocket &activated : result) {
        const int descriptor = activated.socket.get();
        const Result<QString> path = listeningPath(descriptor, QString::fromUtf8(activated.name));
        if (!path)
            return unexpected(path.error());
        activated.path = *path;
        const int flags = ::fcntl(descriptor, F_GETFL);
        if (flags < 0 || ::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) != 0)
            return unexpected(errorFromErrno(errno, QStringLiteral("cannot use"), activated.path));
    }
    return result;
}

} // namespace DaemonRpc
