// From a received text to methods, and their answers back.
#pragma once

#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/jsonrpc/rpccalltable.h>
#include <daemonrpc/jsonrpc/rpcparser.h>
#include <daemonrpc/jsonrpc/rpcreplychannel.h>

namespace DaemonRpc {

/// Serves JSON-RPC 2.0 messages with the methods of a registry. Thread-bound, without I/O and without state:
/// one serves any number of connections.
///
/// Requests run concurrently and are answered as they are ready. The answers of a batch are sent together, in
/// the order of its requests, once the last one is there. Notifications get no answer, whatever happens, and
/// a batch of nothing else sends nothing. What is no message is answered as parseRpc() says. Responses are
/// ignored: a connection whose two sides call each other gives the same payload to an RpcClient as well.
///
/// With the connection's RpcCallTable, calls are bounded and can be cancelled by the notification
/// `$/cancelRequest` of `{"id": …}`; an id that is not known, or not any more, is no error.
///
///     RpcDispatcher dispatcher(methods);
///     dispatcher.dispatch(line, peer, m_channel, m_calls);
class DAEMONRPC_EXPORT RpcDispatcher
{
public:
    /// @p registry must outlive the dispatcher, and calls that wait in an RpcCallTable; those that run need
    /// neither.
    explicit RpcDispatcher(const MethodRegistry &registry, const RpcLimits &limits = {});

    [[nodiscard]] const RpcLimits &limits() const { return m_limits; }

    /// For texts that come from now on.
    void setLimits(const RpcLimits &limits) { m_limits = limits; }

    /// Serves one JSON text. Answers go to @p channel (or to a function in its place), the first ones
    /// possibly before this returns.
    void dispatch(QByteArrayView message, const RpcPeer &peer, const RpcReplyChannel &channel,
                  RpcCallTable &calls) const;
    void dispatch(const RpcPayload &payload, const RpcPeer &peer, const RpcReplyChannel &channel,
                  RpcCallTable &calls) const;

    /// The same without bounds and cancellation, for a peer that needs none.
    void dispatch(QByteArrayView message, const RpcPeer &peer, const RpcReplyChannel &channel) const;
    void dispatch(const RpcPayload &payload, const RpcPeer &peer, const RpcReplyChannel &channel) const;

private:
    using Answer = std::function<void(const RpcResponse &)>;

    // Where the messages of one text come from and their answers go.
    struct Origin
    {
        const RpcPeer &peer;
        const RpcReplyChannel &channel;
        RpcCallTable *calls;
        qint64 costBytes; // of each message
    };

    void dispatch(const RpcPayload &payload, Origin origin) const;
    void serve(const RpcMessage &message, const Origin &origin, const Answer &answer) const;
    void serveRequest(const RpcRequest &request, const Origin &origin, const Answer &answer) const;
    void serveBatch(const QList<RpcMessage> &messages, const Origin &origin) const;

    const MethodRegistry *m_registry;
    RpcLimits m_limits;
};

} // namespace DaemonRpc
