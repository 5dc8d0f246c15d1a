#include "ownfile_p.h"

#include <daemonrpc/base/oserror.h>

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

static Error unsafe(const QString &path, const QString &why)
{
    return Error(
        ErrorCode::UnsafeDirectory,
        QStringLiteral("refusing to use %1: it %2; remove it or choose another directory with --runtime-dir")
            .arg(path, why));
}

Result<FileDescriptor> openOwnFile(const QString &path, int flags, std::optional<quint32> owner)
{
    constexpr mode_t mode = S_IRUSR | S_IWUSR;
    // O_NONBLOCK: opening a FIFO that somebody put there must not hang.
    FileDescriptor file(::open(QFile::encodeName(path).constData(),
                               flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode));
    if (!file.isValid()) {
        if (errno == ELOOP)
            return unexpected(unsafe(path, QStringLiteral("is a symbolic link")));
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot open"), path));
    }
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot examine"), path));
    if (!S_ISREG(status.st_mode))
        return unexpected(unsafe(path, QStringLiteral("is not a regular file")));
    if (status.st_uid != owner.value_or(::geteuid()))
        return unexpected(unsafe(path, QStringLiteral("belongs to user %1").arg(status.st_uid)));
    if (status.st_nlink > 1)
        return unexpected(unsafe(path, QStringLiteral("has a second name (hard link)")));
    // A umask such as 0777 would make a file that its own owner cannot open a second time.
    if ((flags & O_CREAT) != 0 && (status.st_mode & mode) != mode && ::fchmod(file.get(), mode) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot set the mode of"), path));
    return file;
}

QByteArray readAt(int descriptor, qint64 offset, qint64 maxBytes)
{
    QByteArray data(maxBytes, Qt::Uninitialized);
    qint64 length = 0;
    while (length < maxBytes) {
        const ssize_t n = ::pread(descriptor, data.data() + length, static_cast<size_t>(maxBytes - length),
                                  offset + length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        length += n;
    }
    data.truncate(length);
    return data;
}

Result<void> writeAt(int descriptor, qint64 offset, const QByteArray &data, const QString &path)
{
    qint64 written = 0;
    while (written < data.size()) {
        const ssize_t n = ::pwrite(descriptor, data.constData() + written,
                                   static_cast<size_t>(data.size() - written), offset + written);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return unexpected(errorFromErrno(errno, QStringLiteral("cannot write to"), path));
        written += n;
    }
    return {};
}

} // namespace DaemonRpc
