#include "atomicfile_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/service/process/classicpidfile.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <utility>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

static constexpr mode_t pidFileMode = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;

static QByteArray ownPid() { return QByteArray::number(qint64(::getpid())); }

static QByteArray contentOf(int descriptor)
{
    std::array<char, 64> bytes{};
    const ssize_t size = ::pread(descriptor, bytes.data(), bytes.size(), 0);
    return QByteArray(bytes.data(), std::max<ssize_t>(size, 0));
}

static FileDescriptor openExisting(const QString &path, int access)
{
    return FileDescriptor(
        ::open(QFile::encodeName(path).constData(), access | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
}

/// Whatever is at @p path must be a pid file already: a slip in the configuration must not cost another file.
static Result<void> verifyReplaceable(const QString &path)
{
    const auto refused = [&path](const QString &why) {
        return unexpected(
            ErrorCode::UnsafeDirectory,
            QStringLiteral("refusing to replace %1: it %2; choose another daemon.pid_file").arg(path, why));
    };
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0) {
        if (errno == ENOENT)
            return {};
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot examine"), path));
    }
    if (!S_ISREG(status.st_mode))
        return refused(QStringLiteral("is not a regular file"));
    const FileDescriptor file = openExisting(path, O_RDONLY);
    if (!file.isValid())
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot read"), path));
    bool isNumber = false;
    const QByteArray content = contentOf(file.get()).trimmed();
    if (static_cast<void>(content.toLongLong(&isNumber)); !content.isEmpty() && !isNumber)
        return refused(QStringLiteral("holds something else than a pid"));
    return {};
}

ClassicPidFile::ClassicPidFile(QString path, FileDescriptor file)
    : m_path(std::move(path))
    , m_file(std::move(file))
{}

static Result<void> verifyPath(const QString &path)
{
    if (!QDir::isAbsolutePath(path))
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("daemon.pid_file must be an absolute path, not \"%1\"").arg(path));
    return verifyReplaceable(path);
}

/// Whether @p descriptor is a regular file under this one name: a second name could be that of another file,
/// put there by whoever may write in the directory. Sets errno.
static bool isSoleRegularFile(int descriptor)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return false;
    errno = EPERM;
    return S_ISREG(status.st_mode) && status.st_nlink == 1;
}

static bool isOwn(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && status.st_uid == ::geteuid();
}

/// The file at @p path as @p owner's, made when there is none.
static bool handOver(const QByteArray &path, quint32 owner)
{
    const FileDescriptor file(::open(
        path.constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, pidFileMode));
    return file.isValid() && isSoleRegularFile(file.get()) && ::fchmod(file.get(), pidFileMode) == 0 &&
           ::fchown(file.get(), owner, static_cast<gid_t>(-1)) == 0;
}

Result<void> ClassicPidFile::prepare(const QString &path, quint32 owner)
{
    if (const Result<void> verified = verifyPath(path); !verified)
        return verified;
    const QByteArray name = QFile::encodeName(path);
    const QByteArray directory = QFile::encodeName(QFileInfo(path).path());
    const bool isHandedOver = ::geteuid() == 0 && owner != 0;
    const bool isReady = isHandedOver
                             ? handOver(name, owner)
                             : ::faccessat(AT_FDCWD, directory.constData(), W_OK | X_OK, AT_EACCESS) == 0 ||
                                   (errno == EACCES && openExisting(path, O_RDWR).isValid());
    if (!isReady)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot write"), path));
    return {};
}

static bool rewrite(const QString &path, const QByteArray &content)
{
    const FileDescriptor file = openExisting(path, O_RDWR);
    return file.isValid() && isSoleRegularFile(file.get()) && isOwn(file.get()) &&
           ::ftruncate(file.get(), 0) == 0 &&
           ::pwrite(file.get(), content.constData(), static_cast<size_t>(content.size()), 0) ==
               content.size();
}

Result<ClassicPidFile> ClassicPidFile::write(const QString &path, quint32 owner)
{
    if (const Result<void> verified = verifyPath(path); !verified)
        return unexpected(verified.error());
    const QByteArray content = ownPid() + '\n';
    const Result<void> replaced = replaceFile(path, content, pidFileMode);
    if (!replaced && !(replaced.error().code() == ErrorCode::PermissionDenied && rewrite(path, content)))
        return unexpected(replaced.error());
    FileDescriptor file = openExisting(path, O_RDWR);
    // By name again: it must be the file just written, and no other that took its place.
    if (!file.isValid() || !isSoleRegularFile(file.get()) ||
        (::geteuid() == 0 && ::fchown(file.get(), owner, static_cast<gid_t>(-1)) != 0))
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot use"), path));
    return ClassicPidFile(path, std::move(file));
}

ClassicPidFile &ClassicPidFile::operator=(ClassicPidFile &&other) noexcept
{
    if (this != &other) {
        remove();
        m_path = std::move(other.m_path);
        m_file = std::move(other.m_file);
    }
    return *this;
}

ClassicPidFile::~ClassicPidFile() { remove(); }

bool ClassicPidFile::isStillOurs() const
{
    struct stat open = {};
    struct stat named = {};
    return m_file.isValid() && ::fstat(m_file.get(), &open) == 0 &&
           ::lstat(QFile::encodeName(m_path).constData(), &named) == 0 && open.st_dev == named.st_dev &&
           open.st_ino == named.st_ino && contentOf(m_file.get()).trimmed() == ownPid();
}

void ClassicPidFile::remove()
{
    if (isStillOurs() && ::unlink(QFile::encodeName(m_path).constData()) != 0)
        static_cast<void>(::ftruncate(m_file.get(), 0) == 0);
    m_file.reset();
}

} // namespace DaemonRpc
