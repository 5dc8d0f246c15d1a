// What the handles of one call share.
#pragma once

#include <daemonrpc/jsonrpc/rpccall.h>

#include <vector>

namespace DaemonRpc {

/// One call: answered once, cancelled at most once, settled once. Thread-bound.
struct RpcCallState
{
    RpcCallState(RpcRequest theRequest, const RpcPeer &thePeer, RpcCall::Completion theCompletion,
                 QStringList names, const std::optional<RpcReplyChannel> &theChannel);
    ~RpcCallState();
    RpcCallState(const RpcCallState &) = delete;
    RpcCallState &operator=(const RpcCallState &) = delete;

    /// The method's own answer: also settles.
    bool answer(const RpcOutcome &outcome);
    bool cancel(CancellationReason why);

    RpcRequest request;
    RpcParams params;
    RpcPeer peer;
    RpcCall::Completion completion;
    RpcReplyChannel channel;
    std::vector<std::function<void()>> cancelCallbacks;
    std::vector<std::function<void()>> settledCallbacks;
    std::optional<CancellationSource> source; // made for the first who asks
    CancellationReason reason = CancellationReason::None;
    bool isAnswered = false;
    bool isSettled = false;

private:
    bool finish(const RpcOutcome &outcome);
    void settle();
};

} // namespace DaemonRpc
