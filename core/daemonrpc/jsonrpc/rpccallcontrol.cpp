#include "rpccall_p.h"

namespace DaemonRpc {

RpcCallControl::RpcCallControl(std::weak_ptr<RpcCallState> state)
    : m_state(std::move(state))
{}

bool RpcCallControl::cancel(CancellationReason reason) const
{
    const std::shared_ptr<RpcCallState> state = m_state.lock();
    return state && state->cancel(reason);
}

bool RpcCallControl::isCancelled() const
{
    const std::shared_ptr<RpcCallState> state = m_state.lock();
    return state && !state->isSettled && state->reason != CancellationReason::None;
}

bool RpcCallControl::isSettled() const
{
    const std::shared_ptr<RpcCallState> state = m_state.lock();
    return !state || state->isSettled;
}

void RpcCallControl::onSettled(std::function<void()> callback) const
{
    const std::shared_ptr<RpcCallState> state = m_state.lock();
    if (state && !state->isSettled)
        state->settledCallbacks.push_back(std::move(callback));
    else
        callback();
}

} // namespace DaemonRpc
