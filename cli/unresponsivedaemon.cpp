#include "unresponsivedaemon.h"

#include "formatting.h"

#include <daemonrpc/instance/instancelock.h>
#include <daemonrpc/instance/pidfile.h>

namespace DaemonRpc::Cli {

Error unresponsiveDaemon(const ClientOptions &options, std::chrono::milliseconds waited)
{
    QString who = QStringLiteral("daemon \"%1\"").arg(options.daemonId.toString());
    QString remedy = QStringLiteral("see \"daemon-rpc list --all\" and its log");
    if (options.address.isRemote()) {
        who = QStringLiteral("the daemon at %1").arg(options.address.toString());
        remedy = QStringLiteral("its log, on its machine, may say why");
    } else if (const Result<RuntimeDirectory> directory = runtimeDirectoryOf(options)) {
        const InstanceName name(options.daemonId);
        const Result<InstanceInfo> info = readPidFile(directory->pidPath(name), directory->owner());
        if (info && InstanceLock::isHeld(directory->lockPath(name))) {
            who += QStringLiteral(" (pid %1)").arg(info->pid);
            remedy = QStringLiteral("if it hangs, end it with \"kill -KILL %1\"").arg(info->pid);
        }
    }
    return Error(ErrorCode::Timeout, QStringLiteral("%1 takes connections but does not answer within %2; %3")
                                         .arg(who, formatDuration(waited), remedy));
}

Result<RuntimeDirectory> runtimeDirectoryOf(const ClientOptions &options)
{
    return options.daemonOwner ? RuntimeDirectory::forUser(*options.daemonOwner, options.runtimeDirectory)
                               : RuntimeDirectory::resolve(options.runtimeDirectory);
}

} // namespace DaemonRpc::Cli
