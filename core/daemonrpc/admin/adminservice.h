// The admin interface, on the daemon's side.
#pragma once

#include <daemonrpc/admin/daemoncontrol.h>
#include <daemonrpc/admin/subscriptionservice.h>
#include <daemonrpc/admin/tailservice.h>
#include <daemonrpc/server/jsonrpcservice.h>
#include <daemonrpc/server/server.h>

namespace DaemonRpc {

/// Answers JSON-RPC for one server. Thread-bound; server and control must outlive it.
///
/// For those who look (Role::ReadOnly): ping, echo, version, status, list_methods, daemon.status,
/// daemon.requests, daemon.request, daemon.history, daemon.connections, daemon.commands, daemon.config,
/// daemon.subscribe, daemon.unsubscribe. For those who act (Role::Control): daemon.cancel, daemon.drain,
/// daemon.stop, daemon.reload, daemon.restart, daemon.tail, daemon.untail.
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

    /// For topics that subscribers can follow beyond the daemon's own.
    [[nodiscard]] SubscriptionService &subscriptions() { return m_subscriptions; }

    [[nodiscard]] const TailService &tails() const { return m_tails; }

    std::unique_ptr<RpcConversation> open(RpcLink &link) override { return m_service.open(link); }

    [[nodiscard]] bool isBusy() const override { return m_service.isBusy(); }

private:
    SubscriptionService m_subscriptions;
    TailService m_tails;
    JsonRpcService m_service;
};

} // namespace DaemonRpc
