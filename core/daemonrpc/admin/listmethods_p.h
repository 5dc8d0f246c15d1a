// Methods for those who look.
#pragma once

#include <daemonrpc/admin/daemoncontrol.h>
#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/server/server.h>

namespace DaemonRpc {

/// Adds daemon.status (also as status), daemon.requests, daemon.request, daemon.history, daemon.connections,
/// daemon.commands, daemon.config.
class ListMethods
{
public:
    /// What is given outlives the methods.
    static void addTo(MethodRegistry &methods, const Server &server, const DaemonControl &control);

private:
    static void addState(MethodRegistry &methods, const DaemonControl &control);
    static void addRequests(MethodRegistry &methods, const Server &server);
    static void addOthers(MethodRegistry &methods, const Server &server);
};

} // namespace DaemonRpc
