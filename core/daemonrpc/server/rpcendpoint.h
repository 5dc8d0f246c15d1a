// Who answers Rpc messages.
#pragma once

#include <daemonrpc/base/export.h>
#include <daemonrpc/base/peercredentials.h>

#include <QByteArrayView>

#include <functional>
#include <memory>
#include <optional>

namespace DaemonRpc {

/// One peer's conversation. Destroyed when its connection ends. Thread-bound.
class DAEMONRPC_EXPORT RpcConversation
{
public:
    virtual ~RpcConversation();
    virtual void receive(QByteArrayView message) = 0;
};

/// Opens conversations: the server's view of the admin interface. Thread-bound.
class DAEMONRPC_EXPORT RpcEndpoint
{
public:
    using SendFunction = std::function<void(QByteArrayView message)>;

    virtual ~RpcEndpoint();
    /// @p send may be called until the conversation is destroyed.
    virtual std::unique_ptr<RpcConversation> open(quint64 connectionId, std::optional<PeerCredentials> peer,
                                                  SendFunction send) = 0;
};

} // namespace DaemonRpc
