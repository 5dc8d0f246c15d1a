#include "unresponsivedaemon.h"

#include "formatting.h"

#include <daemonrpc/instance/instancelock.h>
#include <daemonrpc/instance/pidfile.h>

#include <QCoreApplication>

namespace DaemonRpc::Cli {

namespace {

class UnresponsiveDaemon
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::UnresponsiveDaemon)
};

/// The process that holds the lock of the daemon; 0 when that is not known.
qint64 holderOf(const ClientOptions &options)
{
    const Result<RuntimeDirectory> directory = runtimeDirectoryOf(options);
    if (!directory)
        return 0;
    const InstanceName name(options.daemonId);
    const Result<InstanceInfo> info = readPidFile(directory->pidPath(name), directory->owner());
    return info && InstanceLock::isHeld(directory->lockPath(name)) ? info->pid : 0;
}

QString unresponsiveText(const ClientOptions &options, const QString &waited)
{
    if (options.address.isRemote()) {
        return UnresponsiveDaemon::tr("the daemon at %1 takes connections but does not answer within %2; its "
                                      "log, on its machine, may say why")
            .arg(options.address.toString(), waited);
    }
    const QString id = options.daemonId.toString();
    if (const qint64 pid = holderOf(options); pid > 0) {
        return UnresponsiveDaemon::tr("daemon \"%1\" (pid %2) takes connections but does not answer within "
                                      "%3; if it hangs, end it with \"kill -KILL %2\"")
            .arg(id, QString::number(pid), waited);
    }
    return UnresponsiveDaemon::tr("daemon \"%1\" takes connections but does not answer within %2; see "
                                  "\"daemon-rpc list --all\" and its log")
        .arg(id, waited);
}

} // namespace

Error unresponsiveDaemon(const ClientOptions &options, std::chrono::milliseconds waited)
{
    return Error(ErrorCode::Timeout, unresponsiveText(options, formatDuration(waited)));
}

Result<RuntimeDirectory> runtimeDirectoryOf(const ClientOptions &options)
{
    return options.daemonOwner ? RuntimeDirectory::forUser(*options.daemonOwner, options.runtimeDirectory)
                               : RuntimeDirectory::resolve(options.runtimeDirectory);
}

} // namespace DaemonRpc::Cli
