#include "doctor/directorychecks.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

#include <errno.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace DaemonRpc::Cli {

namespace {

class DirectoryChecks
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::DirectoryChecks)
};

} // namespace

static QString modeText(mode_t mode)
{
    return QStringLiteral("%1").arg(mode & 07777U, 4, 8, QLatin1Char('0'));
}

Findings checkPathLength(const DoctorContext &context)
{
    const QString name = QStringLiteral("path_length");
    const QString fix =
        DirectoryChecks::tr("choose a shorter directory with --runtime-dir or DAEMON_RPC_RUNTIME_DIR");
    const Result<QString> path = context.directory.socketPath(InstanceName(context.daemonId));
    if (!path)
        return {Finding::problem(name, path.error().message(), fix)};
    constexpr qint64 longestPid = 4194304; // PID_MAX_LIMIT
    if (!context.directory.socketPath(InstanceName(context.daemonId, longestPid))) {
        return {Finding::warning(
            name,
            DirectoryChecks::tr(
                "%1 fits, but the name that a daemon takes to drain has up to 8 bytes more and does not: it "
                "cannot hand over")
                .arg(*path),
            fix)};
    }
    return {Finding::ok(name, DirectoryChecks::tr("%1 has %2 of %3 bytes")
                                  .arg(*path)
                                  .arg(QFile::encodeName(*path).size())
                                  .arg(RuntimeDirectory::maxSocketPathBytes()))};
}

static Finding judgeMissing(const QString &name, const QString &path)
{
    const QString parent = QFileInfo(path).path();
    if (!QFileInfo(parent).isDir())
        return Finding::problem(
            name, DirectoryChecks::tr("%1 cannot be created: %2 is no directory").arg(path, parent),
            QStringLiteral("mkdir -p %1").arg(parent));
    if (::access(QFile::encodeName(parent).constData(), W_OK | X_OK) != 0)
        return Finding::problem(
            name, DirectoryChecks::tr("%1 cannot be created: %2 is not writable").arg(path, parent),
            DirectoryChecks::tr("choose another directory with --runtime-dir"));
    return Finding::ok(name,
                       DirectoryChecks::tr("%1 does not exist yet; the first daemon creates it").arg(path));
}

Findings checkRuntimeDirectory(const DoctorContext &context)
{
    const QString name = QStringLiteral("runtime_directory");
    const QString path = context.directory.path();
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0 && errno == ENOENT)
        return {judgeMissing(name, path)};
    if (const Result<void> verified = context.directory.verify(); !verified) {
        const bool isOwn = S_ISDIR(status.st_mode) && status.st_uid == context.directory.owner();
        return {Finding::problem(
            name, verified.error().message(),
            isOwn ? QStringLiteral("chmod 700 %1").arg(path)
                  : DirectoryChecks::tr("remove or rename %1, or choose another directory with "
                                        "--runtime-dir; find out who made it")
                        .arg(path))};
    }
    const bool isShared = (status.st_mode & S_IWOTH) != 0;
    if (isShared) {
        return {Finding::warning(
            name,
            DirectoryChecks::tr("%1 is shared by all users: others can take the name of a socket first")
                .arg(path),
            DirectoryChecks::tr("choose a directory of your own with --runtime-dir, or leave it out"))};
    }
    return {Finding::ok(name, DirectoryChecks::tr("%1 belongs to user %2, mode %3")
                                  .arg(path)
                                  .arg(status.st_uid)
                                  .arg(modeText(status.st_mode)))};
}

static Findings judgeFile(const QString &name, const QString &path, quint32 owner)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    const QString removal = DirectoryChecks::tr("find out who made it, then rm %1").arg(path);
    if (S_ISLNK(status.st_mode))
        return {Finding::problem(
            name, DirectoryChecks::tr("%1 is a symbolic link; daemons refuse it").arg(path), removal)};
    if (status.st_uid != owner)
        return {Finding::problem(
            name,
            DirectoryChecks::tr("%1 belongs to user %2; daemons refuse it").arg(path).arg(status.st_uid),
            removal)};
    const bool isSocket = path.endsWith(QLatin1String(".sock"));
    if (isSocket ? !S_ISSOCK(status.st_mode) : !S_ISREG(status.st_mode))
        return {Finding::problem(
            name,
            (isSocket ? DirectoryChecks::tr("%1 is no socket") : DirectoryChecks::tr("%1 is no regular file"))
                .arg(path),
            removal)};
    if (!isSocket && status.st_nlink > 1)
        return {Finding::problem(
            name, DirectoryChecks::tr("%1 has a second name (hard link); daemons refuse it").arg(path),
            removal)};
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return {Finding::warning(
            name,
            DirectoryChecks::tr("%1 is open to other users (mode %2)").arg(path, modeText(status.st_mode)),
            QStringLiteral("chmod 600 %1").arg(path))};
    return {};
}

Findings checkFiles(const DoctorContext &context)
{
    const QString name = QStringLiteral("files");
    const QDir folder(context.directory.path());
    Findings findings;
    int count = 0;
    const QStringList files =
        folder.entryList({QStringLiteral("daemon-rpc-*")}, QDir::AllEntries | QDir::System | QDir::Hidden);
    for (const QString &file : files) {
        if (!InstanceName::fromFileName(file))
            continue;
        ++count;
        findings += judgeFile(name, folder.filePath(file), context.directory.owner());
    }
    if (findings.isEmpty())
        findings.append(Finding::ok(
            name, count == 0 ? DirectoryChecks::tr("there are none")
                             : DirectoryChecks::tr("%n file(s), closed to other users", nullptr, count)));
    return findings;
}

Finding judgeFileSystem(quint64 magic, const QString &path)
{
    struct Known
    {
        quint64 magic;
        const char *name;
    };

    // statfs(2), and linux/magic.h
    static constexpr std::array<Known, 12> remote{{{0x6969, "NFS"},
                                                   {0xff534d42, "CIFS"},
                                                   {0xfe534d42, "SMB2"},
                                                   {0x517b, "SMB"},
                                                   {0x00c36400, "Ceph"},
                                                   {0x5346414f, "AFS"},
                                                   {0x73757245, "Coda"},
                                                   {0x0bd00bd0, "Lustre"},
                                                   {0x7461636f, "OCFS2"},
                                                   {0x01161970, "GFS2"},
                                                   {0x01021997, "9P"},
                                                   {0x47504653, "GPFS"}}};
    const QString name = QStringLiteral("file_system");
    const auto *const found = std::find_if(remote.begin(), remote.end(),
                                           [magic](const Known &known) { return known.magic == magic; });
    const QString fix =
        DirectoryChecks::tr("choose a local directory with --runtime-dir or DAEMON_RPC_RUNTIME_DIR");
    if (found != remote.end())
        return Finding::problem(
            name,
            DirectoryChecks::tr(
                "%1 is on a network file system (%2): its sockets and locks do not work between machines")
                .arg(path, QLatin1String(found->name)),
            fix);
    constexpr quint64 fuse = 0x65735546;
    if (magic == fuse)
        return Finding::warning(
            name,
            DirectoryChecks::tr("%1 is on a file system of a user's program (FUSE), which may know no locks")
                .arg(path),
            fix);
    return Finding::ok(name, DirectoryChecks::tr("%1 is on a local file system").arg(path));
}

Findings checkFileSystem(const DoctorContext &context)
{
    const QString name = QStringLiteral("file_system");
    QString path = context.directory.path();
    if (!QFileInfo::exists(path))
        path = QFileInfo(path).path();
    const QByteArray bytes = QFile::encodeName(path);
    struct statfs system = {};
    struct statvfs space = {};
    if (::statfs(bytes.constData(), &system) != 0 || ::statvfs(bytes.constData(), &space) != 0)
        return {}; // the check of the directory tells why
    if ((space.f_flag & ST_RDONLY) != 0)
        return {Finding::problem(
            name, DirectoryChecks::tr("%1 is on a file system that cannot be written to").arg(path),
            DirectoryChecks::tr("choose another directory with --runtime-dir"))};
    constexpr quint64 fewBytes = 1024 * 1024;
    if (quint64(space.f_bavail) * space.f_frsize < fewBytes || (space.f_files > 0 && space.f_favail < 16))
        return {Finding::problem(name, DirectoryChecks::tr("the file system of %1 is full").arg(path),
                                 DirectoryChecks::tr("free some space: df -h %1; df -i %1").arg(path))};
    return {judgeFileSystem(static_cast<quint32>(system.f_type), path)};
}

} // namespace DaemonRpc::Cli
