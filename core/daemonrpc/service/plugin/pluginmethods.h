// The plugins, for those who ask the daemon.
#pragma once

#include <daemonrpc/service/plugin/pluginloader.h>

namespace DaemonRpc {

/// Adds to a daemon's Rpc methods, which must not outlive the loader: `daemon.plugins` {} returns an array of
/// PluginSnapshots, of every plugin that was found or asked for, by file.
class DAEMONRPC_SERVICE_EXPORT PluginMethods
{
public:
    static void addTo(MethodRegistry &methods, const PluginLoader &loader);
};

} // namespace DaemonRpc
