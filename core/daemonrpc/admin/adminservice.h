// The admin interface, on the daemon's side.
#pragma once

#include <daemonrpc/admin/daemoncontrol.h>
#include <daemonrpc/server/jsonrpcservice.h>
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
    [[nodiscard]] MethodRegistry &methods() { return m_service.methods(); }

    /// For methods that work on the server's threads or share an object.
    [[nodiscard]] JsonRpcService &rpc() { return m_service; }

    [[nodiscard]] const JsonRpcService &rpc() const { return m_service; }

    std::unique_ptr<RpcConversation> open(RpcLink &link) override { return m_service.open(link); }

private:
    void addGeneralMethods();
    void addListMethods();
    void addControlMethods();
    [[nodiscard]] QJsonArray commands(bool all) const;

    Server &m_server;
    DaemonControl &m_control;
    JsonRpcService m_service;
    MethodRegistry &m_methods;
};

} // namespace DaemonRpc
