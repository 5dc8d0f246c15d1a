// Who answers Rpc messages.
#pragma once

#include <daemonrpc/base/peeridentity.h>
#include <daemonrpc/base/result.h>

#include <QByteArrayView>

#include <memory>

namespace DaemonRpc {

/// What a conversation has of its connection. Interface; thread-bound. Outlives the conversation.
class DAEMONRPC_EXPORT RpcLink
{
public:
    virtual ~RpcLink();
    [[nodiscard]] virtual quint64 connectionId() const = 0;
    /// The peer; its role changes with authenticate().
    [[nodiscard]] virtual const PeerIdentity &peer() const = 0;
    /// Sends one JSON text without framing. A peer that collects more than it reads is cut off.
    virtual void send(QByteArrayView message) = 0;
    /// Bytes that the peer has not taken yet.
    [[nodiscard]] virtual qint64 bytesPending() const = 0;
    /// Gives the peer the role that @p token stands for. Errors: those of AccessPolicy::authenticate().
    virtual Result<Role> authenticate(QByteArrayView token) = 0;
};

/// One peer's conversation. Destroyed when its connection ends. Thread-bound.
class DAEMONRPC_EXPORT RpcConversation
{
public:
    virtual ~RpcConversation();
    /// One JSON text of the peer.
    virtual void receive(QByteArrayView message) = 0;

    /// Calls that the peer has made, each one of a batch counted.
    [[nodiscard]] virtual quint64 callCount() const { return 0; }

    /// Whether everything that was asked has been answered.
    [[nodiscard]] virtual bool isIdle() const { return true; }

    /// Whether nothing runs any more, calls that were cancelled and answered included.
    [[nodiscard]] virtual bool isSettled() const { return isIdle(); }

    /// Cancels and answers all that was asked.
    virtual void cancelCalls() {}
};

/// Opens conversations: the server's view of the admin interface. Thread-bound.
class DAEMONRPC_EXPORT RpcEndpoint
{
public:
    virtual ~RpcEndpoint();
    virtual std::unique_ptr<RpcConversation> open(RpcLink &link) = 0;

    /// Whether something still runs for callers that have gone.
    [[nodiscard]] virtual bool isBusy() const { return false; }
};

} // namespace DaemonRpc
