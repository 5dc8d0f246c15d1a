#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/oserror.h>
#include <daemonrpc/instance/runtimedirectory.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace DaemonRpc {

namespace {

class RuntimeDirectoryTexts
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::RuntimeDirectory)
};

// The sentence has the path as %1.
Error unsafe(const QString &sentence, const QString &path)
{
    return Error(ErrorCode::UnsafeDirectory, sentence.arg(path));
}

} // namespace

static bool isDirectoryOf(const QString &path, quint32 uid)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 && S_ISDIR(status.st_mode) &&
           status.st_uid == uid;
}

RuntimeDirectory::RuntimeDirectory(QString path, quint32 owner, bool isOverride)
    : m_path(std::move(path))
    , m_owner(owner)
    , m_isOverride(isOverride)
{}

Result<RuntimeDirectory> RuntimeDirectory::resolve(const QString &overridePath)
{
    Inputs inputs;
    inputs.overridePath =
        overridePath.isEmpty() ? QFile::decodeName(qgetenv("DAEMON_RPC_RUNTIME_DIR")) : overridePath;
    inputs.uid = ::geteuid();
    return choose(inputs);
}

Result<RuntimeDirectory> RuntimeDirectory::forUser(quint32 uid, const QString &overridePath)
{
    Inputs inputs;
    inputs.overridePath = overridePath;
    inputs.uid = uid;
    return choose(inputs);
}

Result<RuntimeDirectory> RuntimeDirectory::choose(const Inputs &inputs)
{
    if (!inputs.overridePath.isEmpty()) {
        if (inputs.overridePath.contains(QChar::Null))
            return unexpected(ErrorCode::InvalidArgument,
                              RuntimeDirectoryTexts::tr(
                                  "the runtime directory contains a NUL character; give a plain path"));
        // Absolute and without a trailing slash: the daemon works in "/", and "link/" would follow the link.
        return RuntimeDirectory(QDir::cleanPath(QDir::current().absoluteFilePath(inputs.overridePath)),
                                inputs.uid, true);
    }
    const QString userDirectory = inputs.userRuntimeRoot + u'/' + QString::number(inputs.uid);
    if (isDirectoryOf(userDirectory, inputs.uid))
        return RuntimeDirectory(userDirectory + QStringLiteral("/daemon-rpc"), inputs.uid, false);
    return RuntimeDirectory(inputs.temporaryRoot + QStringLiteral("/daemon-rpc-") +
                                QString::number(inputs.uid),
                            inputs.uid, false);
}

Result<void> RuntimeDirectory::prepare() const
{
    if (m_owner != ::geteuid())
        return unexpected(ErrorCode::PermissionDenied,
                          RuntimeDirectoryTexts::tr(
                              "the runtime directory %1 is for user %2; start the daemon as that user")
                              .arg(m_path)
                              .arg(m_owner));
    const QByteArray path = QFile::encodeName(m_path);
    constexpr mode_t mode = S_IRWXU;
    if (::mkdir(path.constData(), mode) == 0) {
        // A umask such as 0177 took away our own rights. The name cannot have changed hands since: its parent
        // is either sticky or not writable for others, or a person chose it.
        struct stat status = {};
        if (::lstat(path.constData(), &status) == 0 && (status.st_mode & mode) != mode)
            ::chmod(path.constData(), mode);
    } else if (errno == ENOENT || errno == ENOTDIR) {
        return unexpected(
            ErrorCode::InvalidArgument,
            RuntimeDirectoryTexts::tr("cannot create the runtime directory %1: its parent is not a "
                                      "directory; create it first or choose "
                                      "another with --runtime-dir")
                .arg(m_path));
    } else if (errno != EEXIST) {
        return unexpected(
            errorFromErrno(errno, QStringLiteral("cannot create the runtime directory"), m_path));
    }
    return verify();
}

Result<void> RuntimeDirectory::verify() const
{
    const QByteArray path = QFile::encodeName(m_path);
    struct stat named = {};
    if (::lstat(path.constData(), &named) != 0) {
        if (errno == ENOENT)
            return unexpected(
                ErrorCode::NotRunning,
                RuntimeDirectoryTexts::tr("no daemon is running: the runtime directory %1 does not exist")
                    .arg(m_path));
        return unexpected(
            errorFromErrno(errno, QStringLiteral("cannot examine the runtime directory"), m_path));
    }
    if (S_ISLNK(named.st_mode))
        return unexpected(unsafe(
            RuntimeDirectoryTexts::tr("refusing to use the runtime directory %1: it is a symbolic link; "
                                      "give the directory it leads to"),
            m_path));
    if (!S_ISDIR(named.st_mode))
        return unexpected(
            unsafe(RuntimeDirectoryTexts::tr(
                       "refusing to use the runtime directory %1: it is not a directory; remove it"),
                   m_path));

    // What is judged is what was opened, in case the name changes hands in between.
    const FileDescriptor directory(::open(path.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat status = named;
    if (directory.isValid() && ::fstat(directory.get(), &status) != 0)
        return unexpected(
            errorFromErrno(errno, QStringLiteral("cannot examine the runtime directory"), m_path));
    const int openError = directory.isValid() ? 0 : errno;

    const bool isShared = (status.st_mode & S_IWOTH) != 0 && (status.st_mode & S_ISVTX) != 0;
    if (m_isOverride && isShared && (status.st_uid == 0 || status.st_uid == m_owner))
        return {};
    if (status.st_uid != m_owner)
        return unexpected(Error(
            ErrorCode::UnsafeDirectory,
            RuntimeDirectoryTexts::tr("refusing to use the runtime directory %1: it belongs to user %2, "
                                      "not to user %3; remove it or choose another with --runtime-dir")
                .arg(m_path, QString::number(status.st_uid), QString::number(m_owner))));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return unexpected(Error(
            ErrorCode::UnsafeDirectory,
            RuntimeDirectoryTexts::tr(
                "refusing to use the runtime directory %1: it is open to other users (mode %2); run "
                "chmod 700 on it")
                .arg(m_path, QStringLiteral("%1").arg(status.st_mode & 07777, 4, 8, QLatin1Char('0')))));
    if (openError != 0)
        return unexpected(
            errorFromErrno(openError, QStringLiteral("cannot open the runtime directory"), m_path));
    return {};
}

int RuntimeDirectory::maxSocketPathBytes() { return static_cast<int>(sizeof(sockaddr_un::sun_path)) - 1; }

Result<QString> RuntimeDirectory::socketPath(const InstanceName &name) const
{
    const QString path = filePath(name, QStringLiteral("sock"));
    const qsizetype bytes = QFile::encodeName(path).size();
    if (bytes > maxSocketPathBytes())
        return unexpected(ErrorCode::NameTooLong,
                          RuntimeDirectoryTexts::tr(
                              "the socket path %1 has %2 bytes and the system allows %3; choose a shorter "
                              "directory with --runtime-dir")
                              .arg(path)
                              .arg(bytes)
                              .arg(maxSocketPathBytes()));
    return path;
}

QString RuntimeDirectory::lockPath(const InstanceName &name) const
{
    return filePath(name, QStringLiteral("lock"));
}

QString RuntimeDirectory::pidPath(const InstanceName &name) const
{
    return filePath(name, QStringLiteral("pid"));
}

QString RuntimeDirectory::logPath(const InstanceName &name) const
{
    return filePath(name, QStringLiteral("log"));
}

QString RuntimeDirectory::filePath(const InstanceName &name, const QString &suffix) const
{
    return (m_path == u"/" ? QString() : m_path) + u'/' + name.fileName(suffix);
}

} // namespace DaemonRpc
