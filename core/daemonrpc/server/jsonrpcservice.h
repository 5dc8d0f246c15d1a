// JSON-RPC methods offered on a server's connections.
#pragma once

#include <daemonrpc/jsonrpc/dispatcher.h>
#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/server/rpcendpoint.h>

#include <QHash>

namespace DaemonRpc {

/// Answers JSON-RPC 2.0 with the methods of its registry, in every dialect that the server's listeners
/// understand. Thread-bound; nothing may be received on its connections once it is gone.
///
/// A peer without a role can call `daemon.authenticate` and nothing else.
///
///     JsonRpcService service;
///     service.methods().addSync({QStringLiteral("add"), …}, add);
///     server.setRpcEndpoint(&service);
class DAEMONRPC_EXPORT JsonRpcService : public RpcEndpoint
{
public:
    JsonRpcService();
    ~JsonRpcService() override;

    JsonRpcService(const JsonRpcService &) = delete;
    JsonRpcService &operator=(const JsonRpcService &) = delete;

    [[nodiscard]] MethodRegistry &methods() { return m_methods; }

    [[nodiscard]] const MethodRegistry &methods() const { return m_methods; }

    std::unique_ptr<RpcConversation> open(RpcLink &link) override;

private:
    class Conversation;
    using Links = QHash<quint64, RpcLink *>; // by connection

    Result<QJsonValue> authenticate(const RpcParams &params, const RpcPeer &peer);

    MethodRegistry m_methods;
    RpcDispatcher m_dispatcher;
    std::shared_ptr<Links> m_links; // of the open conversations, which may outlive the service
};

} // namespace DaemonRpc
