#include "logging_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/instance/socketbinding.h>

#include <QFile>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace DaemonRpc {

static constexpr mode_t socketMode = S_IRUSR | S_IWUSR;

static Result<sockaddr_un> socketAddress(const QString &path)
{
    const QByteArray bytes = QFile::encodeName(path);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    constexpr qsizetype limit = sizeof(address.sun_path) - 1;
    if (bytes.isEmpty() || bytes.contains('\0'))
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("cannot listen on \"%1\": it is no path").arg(path));
    if (bytes.size() > limit)
        return unexpected(
            ErrorCode::NameTooLong,
            QStringLiteral("the socket path %1 has %2 bytes and the system allows %3; choose a shorter "
                           "directory with --runtime-dir")
                .arg(path)
                .arg(bytes.size())
                .arg(limit));
    std::memcpy(address.sun_path, bytes.constData(), static_cast<size_t>(bytes.size()));
    return address;
}

/// Renames @p path to the first free of "<path>.displaced", "<path>.displaced.1", …
static Result<void> displace(const QString &path)
{
    constexpr int maxCopies = 100;
    for (int copy = 0; copy < maxCopies; ++copy) {
        const QString target =
            path + QStringLiteral(".displaced") + (copy == 0 ? QString() : u'.' + QString::number(copy));
        // Never over an existing file. A link at the target counts as existing; the lock keeps rivals away.
        if (FileIdentity::ofPath(target))
            continue;
        if (::rename(QFile::encodeName(path).constData(), QFile::encodeName(target).constData()) == 0)
            return {};
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot move aside"), path));
    }
    return unexpected(
        ErrorCode::IoError,
        QStringLiteral("cannot move %1 aside: too many displaced copies exist; remove them").arg(path));
}

/// What is to become of a socket of ours that is in the way.
enum class OldSocket {
    Remove,
    Replace, ///< By the rename(2) that follows: at no moment is there none.
};

/// Makes @p path free, without losing anything that is not a stale socket of ours.
static Result<void> clear(const QString &path, OldSocket oldSocket)
{
    const QByteArray bytes = QFile::encodeName(path);
    struct stat status = {};
    if (::lstat(bytes.constData(), &status) != 0) {
        if (errno == ENOENT)
            return {};
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot examine"), path));
    }
    if (status.st_uid != ::geteuid())
        return unexpected(ErrorCode::UnsafeDirectory,
                          QStringLiteral("cannot listen on %1: a file of user %2 is there; choose another "
                                         "directory with --runtime-dir")
                              .arg(path)
                              .arg(status.st_uid));
    if (S_ISDIR(status.st_mode))
        return unexpected(ErrorCode::UnsafeDirectory,
                          QStringLiteral("cannot listen on %1: it is a directory; remove it").arg(path));
    if (!S_ISSOCK(status.st_mode))
        return displace(path);
    if (oldSocket == OldSocket::Remove && ::unlink(bytes.constData()) != 0 && errno != ENOENT)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot remove the stale socket"), path));
    return {};
}

static FileDescriptor newSocket()
{
#ifdef Q_OS_LINUX
    FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
#else
    FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    if (socket.isValid()) {
        ::fcntl(socket.get(), F_SETFD, FD_CLOEXEC);
        ::fcntl(socket.get(), F_SETFL, O_NONBLOCK);
    }
#endif
    return socket;
}

/// bind(2) such that the new file never has more than socketMode.
static int bindPrivately(int socket, const sockaddr_un &address)
{
    const auto *generic = reinterpret_cast<const sockaddr *>(&address);
#ifdef Q_OS_LINUX
    // Linux gives the file the mode of the socket's own inode (net/unix/af_unix.c), less the umask. A umask
    // would change the whole process under the feet of other threads.
    if (::fchmod(socket, socketMode) != 0)
        return -1;
    return ::bind(socket, generic, sizeof(address));
#else
    const mode_t previous = ::umask(S_IRWXG | S_IRWXO | S_IXUSR);
    const int result = ::bind(socket, generic, sizeof(address));
    ::umask(previous);
    return result;
#endif
}

SocketBinding::SocketBinding(FileDescriptor socket, FileIdentity identity)
    : m_socket(std::move(socket))
    , m_identity(std::move(identity))
{}

Result<SocketBinding> SocketBinding::bind(const QString &path)
{
    const Result<sockaddr_un> address = socketAddress(path);
    if (!address)
        return unexpected(address.error());
    FileDescriptor socket = newSocket();
    if (!socket.isValid())
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot make a socket for"), path));
    if (const Result<void> free = clear(path, OldSocket::Remove); !free)
        return unexpected(free.error());
    if (bindPrivately(socket.get(), *address) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot listen on"), path));

    const Result<FileIdentity> identity = FileIdentity::ofPath(path);
    if (!identity)
        return unexpected(identity.error());
    SocketBinding binding(std::move(socket), *identity); // from here on the file goes away on any error
    // A umask such as 0777 shuts out even ourselves; the socket does not listen yet, and only we can reach
    // it.
    struct stat status = {};
    const QByteArray bytes = QFile::encodeName(path);
    if (::lstat(bytes.constData(), &status) == 0 && (status.st_mode & 07777) != socketMode &&
        ::chmod(bytes.constData(), socketMode) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot set the mode of"), path));
    if (::listen(binding.descriptor(), SOMAXCONN) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot listen on"), path));
    qCDebug(lcInstance) << "listening on" << path;
    return binding;
}

/// The path that @p socket was bound to; empty when it has none.
static QByteArray boundPath(int socket)
{
    sockaddr_un address = {};
    socklen_t length = sizeof(address);
    if (::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &length) != 0 ||
        address.sun_family != AF_UNIX || length <= offsetof(sockaddr_un, sun_path))
        return {};
    const qsizetype size = static_cast<qsizetype>(length - offsetof(sockaddr_un, sun_path));
    return QByteArray(address.sun_path, static_cast<qsizetype>(qstrnlen(address.sun_path, size_t(size))));
}

Result<SocketBinding> SocketBinding::adopt(FileDescriptor descriptor, const QString &path, quint64 inode)
{
    const QString what = QStringLiteral("cannot inherit the socket %1: ").arg(path);
    if (!descriptor.isValid() || ::fcntl(descriptor.get(), F_SETFD, FD_CLOEXEC) != 0)
        return unexpected(ErrorCode::InvalidArgument,
                          what + QStringLiteral("descriptor %1 is not open").arg(descriptor.get()));
    int isListening = 0;
    socklen_t length = sizeof(isListening);
    if (::getsockopt(descriptor.get(), SOL_SOCKET, SO_ACCEPTCONN, &isListening, &length) != 0 ||
        isListening == 0 || boundPath(descriptor.get()) != QFile::encodeName(path))
        return unexpected(ErrorCode::InvalidArgument,
                          what + QStringLiteral("descriptor %1 does not listen there").arg(descriptor.get()));
    // A listening socket does not tell its file's inode: only who bound it knows.
    const Result<FileIdentity> identity = FileIdentity::ofPath(path);
    if (!identity || identity->inode() != inode)
        return unexpected(ErrorCode::NotRunning, what + QStringLiteral("it was taken away from its path"));
    ::fcntl(descriptor.get(), F_SETFL, O_NONBLOCK);
    return SocketBinding(std::move(descriptor), *identity);
}

SocketBinding::SocketBinding(SocketBinding &&other) noexcept
    : m_socket(std::move(other.m_socket))
    , m_identity(std::move(other.m_identity))
    , m_isNamed(std::exchange(other.m_isNamed, false))
{}

SocketBinding &SocketBinding::operator=(SocketBinding &&other) noexcept
{
    if (this != &other) {
        remove();
        m_socket = std::move(other.m_socket);
        m_identity = std::move(other.m_identity);
        m_isNamed = std::exchange(other.m_isNamed, false);
    }
    return *this;
}

SocketBinding::~SocketBinding() { remove(); }

bool SocketBinding::isIntact() const { return m_isNamed && m_identity.isIntact(); }

Result<void> SocketBinding::moveTo(const QString &path)
{
    if (const Result<sockaddr_un> address = socketAddress(path); !address)
        return unexpected(address.error());
    if (!isIntact())
        return unexpected(
            ErrorCode::NotRunning,
            QStringLiteral("cannot rename the socket %1: it is no longer this daemon's").arg(this->path()));
    if (const Result<void> free = clear(path, OldSocket::Replace); !free)
        return free;
    if (::rename(QFile::encodeName(this->path()).constData(), QFile::encodeName(path).constData()) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot rename the socket to"), path));
    qCDebug(lcInstance) << "the socket" << this->path() << "is now" << path;
    m_identity = m_identity.movedTo(path);
    return {};
}

void SocketBinding::disown()
{
    m_isNamed = false;
    m_socket.reset();
}

bool SocketBinding::remove()
{
    if (!std::exchange(m_isNamed, false) || !m_identity.isIntact())
        return false;
    return ::unlink(QFile::encodeName(path()).constData()) == 0;
}

} // namespace DaemonRpc
