// Methods for those who act.
#pragma once

#include <daemonrpc/admin/daemoncontrol.h>
#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/server/server.h>

namespace DaemonRpc {

/// Adds daemon.cancel, daemon.drain, daemon.stop, daemon.reload, daemon.restart.
class ControlMethods
{
public:
    /// What is given outlives the methods.
    static void addTo(MethodRegistry &methods, Server &server, DaemonControl &control);

private:
    static void addEnding(MethodRegistry &methods, DaemonControl &control);
    static void addRenewing(MethodRegistry &methods, DaemonControl &control);
};

} // namespace DaemonRpc
