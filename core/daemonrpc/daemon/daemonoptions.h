// What a daemon is started with.
#pragma once

#include <daemonrpc/base/daemonid.h>
#include <daemonrpc/base/limits.h>
#include <daemonrpc/instance/buildidentity.h>

#include <QString>
#include <QStringList>

#include <chrono>

namespace DaemonRpc {

/// Options of a Daemon. Value.
struct DAEMONRPC_EXPORT DaemonOptions
{
    DaemonId id;
    QString runtimeDirectory; ///< Empty: the usual places (RuntimeDirectory::resolve).
    BuildIdentity build = BuildIdentity::current();
    Limits limits;
    /// Without requests for this long the daemon exits; 0 = never. Running requests count as activity,
    /// connections that only watch do not.
    std::chrono::milliseconds idleExit = std::chrono::hours(3);
    /// How long a stop waits for running requests before it cancels them.
    std::chrono::milliseconds stopTimeout{10000};
    /// Where start() reports how it went, to the client that waits for it; -1 for nowhere.
    int readyFd = -1;

    /// The options that a client gives to the daemon it starts, taken from a command line: `--daemon-id`,
    /// `--runtime-dir`, `--build-timestamp`, `--build-id`, `--ready-fd`. Everything else is left alone.
    /// Errors: InvalidArgument, InvalidAddress.
    static Result<DaemonOptions> fromArguments(const QStringList &arguments);
};

} // namespace DaemonRpc
