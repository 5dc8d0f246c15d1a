#include "logfile_p.h"

#include <daemonrpc/base/oserror.h>

#include <QFile>

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

namespace {

Error unsafe(const QString &path, const QString &why)
{
    return Error(
        ErrorCode::UnsafeDirectory,
        QStringLiteral("refusing to log to %1: it %2; remove it or choose another file in logging.file")
            .arg(path, why));
}

Result<FileDescriptor> openLog(const QByteArray &name)
{
    const QString path = QFile::decodeName(name);
    // O_NONBLOCK: opening a FIFO that somebody put there must not hang. It has no effect on regular files.
    FileDescriptor file(::open(name.constData(),
                               O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY,
                               S_IRUSR | S_IWUSR));
    if (!file.isValid() && errno == ELOOP)
        return unexpected(unsafe(path, QStringLiteral("is a symbolic link")));
    if (!file.isValid() && errno == ENXIO)
        return unexpected(unsafe(path, QStringLiteral("is not a regular file")));
    if (!file.isValid())
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot open the log"), path));
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot examine the log"), path));
    if (!S_ISREG(status.st_mode))
        return unexpected(unsafe(path, QStringLiteral("is not a regular file")));
    if (status.st_uid != ::geteuid())
        return unexpected(unsafe(path, QStringLiteral("belongs to user %1").arg(status.st_uid)));
    if (status.st_nlink > 1)
        return unexpected(unsafe(path, QStringLiteral("has a second name (hard link)")));
    // An administrator may let a group read; nobody else may write. A umask such as 0777 is made up for.
    const mode_t mode = ((status.st_mode & 0777U) | S_IRUSR | S_IWUSR) & ~mode_t(S_IWGRP | S_IWOTH);
    if (mode != (status.st_mode & 0777U) && ::fchmod(file.get(), mode) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot set the mode of the log"), path));
    return file;
}

} // namespace

LogFile::LogFile(Settings settings)
    : m_settings(std::move(settings))
    , m_path(QFile::encodeName(m_settings.path))
    , m_pauses(firstPause, longestPause)
{}

Result<void> LogFile::open()
{
    Result<FileDescriptor> file = openLog(m_path);
    if (!file)
        return unexpected(file.error());
    m_file = std::move(*file);
    m_isTorn = false;
    m_checkAt = Clock::now() + checkInterval;
    if (m_settings.takesStandardStreams) {
        // dup2 leaves the copies open across exec, as standard streams are.
        ::dup2(m_file.get(), STDOUT_FILENO);
        ::dup2(m_file.get(), STDERR_FILENO);
    }
    return {};
}

bool LogFile::write(QByteArrayView line)
{
    if (Clock::now() < m_retryAt || !isReady(line.size()))
        return false;
    if (m_isTorn && !append("\n"))
        return fail();
    m_isTorn = false;
    if (!append(line))
        return fail();
    m_pauses.reset();
    m_retryAt = {};
    return true;
}

bool LogFile::isReady(qsizetype lineBytes)
{
    struct stat own = {};
    const bool isGone = !m_file.isValid() || ::fstat(m_file.get(), &own) != 0 || own.st_nlink == 0;
    if (isGone)
        return reopen() && isReady(lineBytes);
    const Clock::time_point now = Clock::now();
    if (now >= m_checkAt) {
        m_checkAt = now + checkInterval;
        if (!isStillNamed(own))
            return reopen() && isReady(lineBytes);
    }
    if (m_settings.maxBytes <= 0 || own.st_size == 0 || own.st_size + lineBytes <= m_settings.maxBytes)
        return true;
    if (now >= m_rotateAt)
        rotate(own);
    return ::fstat(m_file.get(), &own) == 0 && own.st_size + lineBytes <= 2 * m_settings.maxBytes;
}

// A file that has merely lost its name still takes lines when no new one can be had.
bool LogFile::reopen()
{
    if (open())
        return true;
    m_checkAt = Clock::now() + checkInterval;
    struct stat own = {};
    if (m_file.isValid() && ::fstat(m_file.get(), &own) == 0 && own.st_nlink > 0)
        return true;
    return fail();
}

bool LogFile::isStillNamed(const struct stat &own) const
{
    struct stat named = {};
    return ::lstat(m_path.constData(), &named) == 0 && named.st_dev == own.st_dev &&
           named.st_ino == own.st_ino;
}

void LogFile::rotate(const struct stat &own)
{
    // Somebody else is at it: the next line will see what came of it.
    if (::flock(m_file.get(), LOCK_EX | LOCK_NB) != 0)
        return;
    const int locked = m_file.get();
    if (!isStillNamed(own)) {
        ::flock(locked, LOCK_UN);
        reopen();
        return;
    }
    bool isDone = false;
    if (m_settings.maxFiles <= 1) {
        isDone = ::ftruncate(m_file.get(), 0) == 0;
        ::flock(locked, LOCK_UN);
    } else {
        // The lock stays until the old file is closed: nobody rotates it a second time meanwhile.
        isDone = shiftNames() && open().has_value();
        if (!isDone)
            ::flock(locked, LOCK_UN);
    }
    m_rotateAt = isDone ? Clock::time_point() : Clock::now() + checkInterval;
}

bool LogFile::shiftNames() const
{
    ::unlink(rotatedName(m_settings.maxFiles - 1).constData());
    for (int number = m_settings.maxFiles - 2; number >= 1; --number)
        ::rename(rotatedName(number).constData(), rotatedName(number + 1).constData());
    return ::rename(m_path.constData(), rotatedName(1).constData()) == 0;
}

QByteArray LogFile::rotatedName(int number) const { return m_path + '.' + QByteArray::number(number); }

bool LogFile::append(QByteArrayView bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t n =
            ::write(m_file.get(), bytes.data() + written, static_cast<size_t>(bytes.size() - written));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            m_isTorn = m_isTorn || written > 0;
            return false;
        }
        written += n;
    }
    return true;
}

bool LogFile::fail()
{
    m_retryAt = Clock::now() + m_pauses.next();
    return false;
}

} // namespace DaemonRpc
