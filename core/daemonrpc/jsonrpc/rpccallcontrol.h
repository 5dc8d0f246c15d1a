// The side of a call that is not the method's.
#pragma once

#include <daemonrpc/base/cancellation.h>

#include <functional>
#include <memory>

namespace DaemonRpc {

class RpcCall;
struct RpcCallState;

/// Cancels a call, and hears when its method is done with it. Thread-bound value; does not keep the call
/// alive.
///
///     const RpcCallControl control = registry.call(request, peer, completion);
///     control.cancel(CancellationReason::ClientClosed);
class DAEMONRPC_EXPORT RpcCallControl
{
public:
    /// Of no call.
    RpcCallControl() = default;

    /// Tells the method, then answers with the error Cancelled unless the method did. False when the call was
    /// answered or cancelled before.
    bool cancel(CancellationReason reason) const; // NOLINT(modernize-use-nodiscard)

    /// Whether it was cancelled and its method is not done with it yet.
    [[nodiscard]] bool isCancelled() const;

    /// Whether the method is done with the call: it answered, or let go of the last handle.
    [[nodiscard]] bool isSettled() const;

    /// Runs @p callback once the call is settled; at once when it is. It must not keep the call.
    void onSettled(std::function<void()> callback) const;

private:
    friend class RpcCall;

    explicit RpcCallControl(std::weak_ptr<RpcCallState> state);

    std::weak_ptr<RpcCallState> m_state;
};

} // namespace DaemonRpc
