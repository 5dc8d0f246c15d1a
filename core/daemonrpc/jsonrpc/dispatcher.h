// From a received text to methods, and their answers back.
#pragma once

#include <daemonrpc/jsonrpc/methodregistry.h>
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
///     RpcDispatcher dispatcher(methods);
///     dispatcher.dispatch(line, peer, m_channel);
class DAEMONRPC_EXPORT RpcDispatcher
{
public:
    /// @p registry must outlive the dispatcher; calls that are still running need neither.
    explicit RpcDispatcher(const MethodRegistry &registry, const RpcLimits &limits = {});

    /// Serves one JSON text. Answers go to @p channel (or to a function in its place), the first ones
    /// possibly before this returns.
    void dispatch(QByteArrayView message, const RpcPeer &peer, const RpcReplyChannel &channel) const;
    void dispatch(const RpcPayload &payload, const RpcPeer &peer, const RpcReplyChannel &channel) const;

private:
    using Answer = std::function<void(const RpcResponse &)>;

    void serve(const RpcMessage &message, const RpcPeer &peer, const Answer &answer,
               const RpcReplyChannel &channel) const;
    void serveBatch(const QList<RpcMessage> &messages, const RpcPeer &peer,
                    const RpcReplyChannel &channel) const;

    const MethodRegistry *m_registry;
    RpcLimits m_limits;
};

} // namespace DaemonRpc
