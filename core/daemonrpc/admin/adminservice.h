// The admin interface, on the daemon's side.
#pragma once

#include <daemonrpc/admin/daemoncontrol.h>
#include <daemonrpc/jsonrpc/dispatcher.h>
#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/server/rpcendpoint.h>
#include <daemonrpc/server/server.h>

#include <QJsonArray>

namespace DaemonRpc {

/// Answers JSON-RPC for one server: version, ping, list_methods, daemon.status, daemon.requests,
/// daemon.history, daemon.connections, daemon.commands, daemon.cancel, daemon.drain, daemon.stop,
/// daemon.reload, daemon.restart. Thread-bound; server and control must outlive it.
class DAEMONRPC_EXPORT AdminService : public RpcEndpoint
{
public:
    AdminService(Server &server, DaemonControl &control);
    ~AdminService() override;

    /// For methods of the embedder's own.
    [[nodiscard]] MethodRegistry &methods() { return m_methods; }

    std::unique_ptr<RpcConversation> open(quint64 connectionId, std::optional<PeerCredentials> peer,
                                          SendFunction send) override;

private:
    void addGeneralMethods();
    void addListMethods();
    void addControlMethods();
    [[nodiscard]] QJsonArray commands(bool all) const;

    Server &m_server;
    DaemonControl &m_control;
    MethodRegistry m_methods;
    RpcDispatcher m_dispatcher;
};

} // namespace DaemonRpc
