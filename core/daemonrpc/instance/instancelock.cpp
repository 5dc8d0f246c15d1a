#include "logging_p.h"
#include "ownfile_p.h"

#include <daemonrpc/base/backoff.h>
#include <daemonrpc/base/oserror.h>
#include <daemonrpc/instance/instancelock.h>

#include <QDeadlineTimer>
#include <QFile>

#include <cerrno>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

static constexpr off_t lifetimeByte = 0;
static constexpr off_t startingByte = 1;
static constexpr qint64 maxHistoryBytes = 4096;

static struct flock byteRange(short type, off_t start, off_t length)
{
    struct flock range = {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = start;
    range.l_len = length;
    return range;
}

/// Whether somebody else has locked @p byte of @p path.
static bool isByteHeld(const QString &path, off_t byte)
{
    // Read-only suffices for asking, and never disturbs the file.
    const FileDescriptor file(::open(QFile::encodeName(path).constData(),
                                     O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat status = {};
    if (!file.isValid() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    struct flock range = byteRange(F_WRLCK, byte, 1);
    return ::fcntl(file.get(), F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
}

InstanceLock::InstanceLock(FileDescriptor file, FileIdentity identity)
    : m_file(std::move(file))
    , m_identity(std::move(identity))
{}

Result<InstanceLock> InstanceLock::acquire(const QString &path)
{
    constexpr int maxAttempts = 100;
    for (int attempt = 0; attempt < maxAttempts; ++attempt) {
        Result<FileDescriptor> file = openOwnFile(path, O_RDWR | O_CREAT);
        if (!file)
            return unexpected(file.error());
        // Both bytes in one step: nobody ever sees a daemon that lives but is neither starting nor started.
        struct flock range = byteRange(F_WRLCK, lifetimeByte, startingByte + 1);
        if (::fcntl(file->get(), F_OFD_SETLK, &range) != 0) {
            if (errno == EAGAIN || errno == EACCES)
                return unexpected(
                    ErrorCode::AlreadyRunning,
                    QStringLiteral("another process holds the lock %1; use that daemon").arg(path));
            if (errno == EINTR)
                continue;
            return unexpected(errorFromErrno(errno, QStringLiteral("cannot lock"), path));
        }
        const Result<FileIdentity> identity = FileIdentity::ofDescriptor(file->get(), path);
        if (!identity)
            return unexpected(identity.error());
        if (identity->isIntact()) {
            qCDebug(lcInstance) << "holding the lock" << path;
            return InstanceLock(std::move(*file), *identity);
        }
        // Somebody replaced the file between open and lock: what is locked is not what others will lock.
    }
    return unexpected(
        ErrorCode::IoError,
        QStringLiteral("cannot lock %1: it is being replaced again and again; find out by whom").arg(path));
}

Result<InstanceLock> InstanceLock::adopt(FileDescriptor descriptor, const QString &path)
{
    // No child of this process may hold the lock on.
    if (!descriptor.isValid() || ::fcntl(descriptor.get(), F_SETFD, FD_CLOEXEC) != 0)
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("cannot inherit the lock %1: descriptor %2 is not open")
                              .arg(path)
                              .arg(descriptor.get()));
    const Result<FileIdentity> identity = FileIdentity::ofDescriptor(descriptor.get(), path);
    if (!identity)
        return unexpected(identity.error());
    if (!identity->isIntact())
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("cannot inherit the lock %1: descriptor %2 is another file")
                              .arg(path)
                              .arg(descriptor.get()));
    if (!isHeld(path))
        return unexpected(
            ErrorCode::NotRunning,
            QStringLiteral("cannot inherit the lock %1: no daemon holds it; start one").arg(path));
    // The lock belongs to the open file: asked through another one it is taken, through this one it is had.
    struct flock range = byteRange(F_WRLCK, lifetimeByte, 1);
    if (::fcntl(descriptor.get(), F_OFD_SETLK, &range) != 0)
        return unexpected(
            errno == EAGAIN || errno == EACCES
                ? Error(ErrorCode::AlreadyRunning,
                        QStringLiteral("cannot inherit the lock %1: another process holds it").arg(path))
                : errorFromErrno(errno, QStringLiteral("cannot lock"), path));
    return InstanceLock(std::move(descriptor), *identity);
}

bool InstanceLock::isHeld(const QString &path) { return isByteHeld(path, lifetimeByte); }

bool InstanceLock::waitWhileStarting(const QString &path, std::chrono::milliseconds timeout)
{
    using namespace std::chrono_literals;
    const QDeadlineTimer deadline(timeout);
    Backoff backoff(1ms, 10ms);
    while (isByteHeld(path, startingByte)) {
        if (deadline.hasExpired())
            return false;
        std::this_thread::sleep_for(
            std::min(backoff.next(), std::chrono::milliseconds(deadline.remainingTime())));
    }
    return true;
}

void InstanceLock::markStartFinished()
{
    if (!m_file.isValid())
        return;
    struct flock range = byteRange(F_UNLCK, startingByte, 1);
    ::fcntl(m_file.get(), F_OFD_SETLK, &range);
}

bool InstanceLock::isStillOurs() const { return m_file.isValid() && m_identity.isIntact(); }

void InstanceLock::release() { m_file.reset(); }

QList<qint64> InstanceLock::handOverTimes() const
{
    QList<qint64> times;
    if (!m_file.isValid())
        return times;
    const QList<QByteArray> lines = readAt(m_file.get(), 0, maxHistoryBytes).split('\n');
    for (const QByteArray &line : lines) {
        bool isNumber = false;
        const qint64 time = line.toLongLong(&isNumber);
        if (isNumber && time >= 0)
            times.append(time);
    }
    return times.mid(qMax<qsizetype>(0, times.size() - maxHandOverTimes));
}

Result<void> InstanceLock::recordHandOver(std::chrono::milliseconds sinceEpoch)
{
    if (!m_file.isValid())
        return unexpected(
            ErrorCode::InvalidArgument,
            QStringLiteral("cannot record a hand-over in %1: the lock is released").arg(path()));
    QList<qint64> times = handOverTimes();
    times.append(sinceEpoch.count());
    QByteArray text;
    for (const qint64 time : times.mid(qMax<qsizetype>(0, times.size() - maxHandOverTimes)))
        text += QByteArray::number(time) + '\n';
    if (const Result<void> written = writeAt(m_file.get(), 0, text, path()); !written)
        return written;
    if (::ftruncate(m_file.get(), text.size()) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot truncate"), path()));
    return {};
}

} // namespace DaemonRpc
