// Which daemons there are.
#pragma once

#include <daemonrpc/instance/pidfile.h>
#include <daemonrpc/instance/runtimedirectory.h>

#include <QList>

namespace DaemonRpc {

/// One instance as its files show it. Value.
struct DiscoveredInstance
{
    InstanceName name;
    QString socketPath; ///< Empty when it would not fit a socket address.
    QString lockPath;
    QString pidPath;
    QString logPath;
    bool isLockHeld = false;          ///< A process is this daemon now; otherwise the files are left over.
    bool hasSocket = false;           ///< A socket file exists. Says nothing about who listens.
    std::optional<InstanceInfo> info; ///< From the pid file, when readable. May be out of date.
};

constexpr int maxDiscoveredInstances = 1024; ///< Further names in one directory are ignored.

/// The instances whose files are in @p directory, by id and then by draining pid. Reads the directory and
/// asks the kernel for locks; speaks to no daemon, so the caller follows with a handshake. Files of another
/// user than the directory's owner() are ignored. A directory that is missing or cannot be read has none.
[[nodiscard]] DAEMONRPC_EXPORT QList<DiscoveredInstance> discover(const RuntimeDirectory &directory);

} // namespace DaemonRpc
