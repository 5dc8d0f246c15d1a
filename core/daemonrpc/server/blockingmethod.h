// JSON-RPC methods served by an ordinary function on a worker thread.
#pragma once

#include <daemonrpc/base/cancellation.h>
#include <daemonrpc/jsonrpc/rpcparams.h>
#include <daemonrpc/jsonrpc/rpcpeer.h>

#include <functional>
#include <memory>

namespace DaemonRpc {

class BlockingProgress;

/// What a blocking method has of its call besides the parameters. Thread-safe value; copies share one call.
class DAEMONRPC_EXPORT BlockingMethodContext
{
public:
    BlockingMethodContext(RpcPeer peer, CancellationToken token, std::shared_ptr<BlockingProgress> progress);

    [[nodiscard]] const RpcPeer &peer() const { return m_peer; }

    /// Set when the caller cancels or goes away, and when the daemon stops. After the grace the worker is
    /// replaced, whatever the method does.
    [[nodiscard]] const CancellationToken &token() const { return m_token; }

    [[nodiscard]] bool isCancelled() const { return m_token.isCancelled(); }

    /// Tells the caller how far it is, as RpcCall::progress() does. Never waits: of what comes faster than it
    /// can be sent the latest counts.
    void progress(const QJsonValue &value) const;

private:
    RpcPeer m_peer;
    CancellationToken m_token;
    std::shared_ptr<BlockingProgress> m_progress;
};

/// Serves a call on a worker thread; several calls may run at once. What it throws becomes -32603.
using BlockingMethodFunction =
    std::function<Result<QJsonValue>(const RpcParams &params, const BlockingMethodContext &context)>;

} // namespace DaemonRpc
