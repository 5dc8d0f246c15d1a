#include <daemonrpc/instance/discovery.h>
#include <daemonrpc/instance/instancelock.h>

#include <QFile>

#include <algorithm>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace DaemonRpc {

namespace {
struct DirectoryCloser
{
    void operator()(DIR *directory) const { ::closedir(directory); }
};
} // namespace

/// The distinct instance names in the directory; each file must belong to the directory's owner.
static QList<InstanceName> namesIn(const RuntimeDirectory &directory)
{
    QList<InstanceName> names;
    const std::unique_ptr<DIR, DirectoryCloser> entries(
        ::opendir(QFile::encodeName(directory.path()).constData()));
    if (!entries)
        return names;
    // Streamed by hand: a listing of a busy /tmp, with a stat for each foreign file, is not needed.
    while (const dirent *entry = ::readdir(entries.get())) {
        const std::optional<InstanceName> name = InstanceName::fromFileName(QFile::decodeName(entry->d_name));
        struct stat status = {};
        if (!name || names.contains(*name) ||
            ::fstatat(::dirfd(entries.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0 ||
            status.st_uid != directory.owner())
            continue;
        names.append(*name);
        if (names.size() >= maxDiscoveredInstances)
            break;
    }
    std::sort(names.begin(), names.end(), [](const InstanceName &a, const InstanceName &b) {
        const int order = QString::compare(a.id().toString(), b.id().toString());
        return order != 0 ? order < 0 : a.drainingPid() < b.drainingPid();
    });
    return names;
}

static bool isSocketOf(const QString &path, quint32 owner)
{
    struct stat status = {};
    return !path.isEmpty() && ::lstat(QFile::encodeName(path).constData(), &status) == 0 &&
           S_ISSOCK(status.st_mode) && status.st_uid == owner;
}

QList<DiscoveredInstance> discover(const RuntimeDirectory &directory)
{
    QList<DiscoveredInstance> instances;
    for (const InstanceName &name : namesIn(directory)) {
        DiscoveredInstance instance{name, {}, {}, {}, {}, false, false, std::nullopt};
        instance.socketPath = directory.socketPath(name).value_or(QString());
        instance.lockPath = directory.lockPath(name);
        instance.pidPath = directory.pidPath(name);
        instance.logPath = directory.logPath(name);
        instance.isLockHeld = InstanceLock::isHeld(instance.lockPath);
        instance.hasSocket = isSocketOf(instance.socketPath, directory.owner());
        if (const Result<InstanceInfo> info = readPidFile(instance.pidPath, directory.owner()))
            instance.info = *info;
        instances.append(instance);
    }
    return instances;
}

} // namespace DaemonRpc
