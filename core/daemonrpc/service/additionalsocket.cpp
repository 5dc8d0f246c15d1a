#include <daemonrpc/base/oserror.h>
#include <daemonrpc/service/additionalsocket.h>

#include <QFile>

#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace DaemonRpc {

// A name too long for an address is nobody's; SocketBinding complains of it.
static bool isServed(const QByteArray &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (path.size() >= static_cast<qsizetype>(sizeof(address.sun_path)))
        return false;
    std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    const FileDescriptor probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int result = ::connect(probe.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address));
    return result == 0 || errno == EAGAIN; // EAGAIN: its queue is full
}

Result<AdditionalSocket> AdditionalSocket::bind(const QString &path, quint32 permissions,
                                                WhenServed whenServed)
{
    const QByteArray bytes = QFile::encodeName(path);
    if (whenServed == WhenServed::Refuse && isServed(bytes))
        return unexpected(ErrorCode::AlreadyRunning,
                          QStringLiteral("cannot listen on %1: another process does; choose another path for "
                                         "sockets.local.path, or end that process")
                              .arg(path));
    const QString temporary = QStringLiteral("%1~%2").arg(path).arg(::getpid());
    Result<SocketBinding> binding = SocketBinding::bind(temporary);
    if (!binding)
        return unexpected(binding.error().withContext(QStringLiteral("listening on sockets.local.path")));
    if (::chmod(QFile::encodeName(temporary).constData(), static_cast<mode_t>(permissions)) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot set the permissions of"), path));
    if (const Result<void> moved = binding->moveTo(path); !moved)
        return unexpected(moved.error());
    return AdditionalSocket(std::move(*binding));
}

} // namespace DaemonRpc
