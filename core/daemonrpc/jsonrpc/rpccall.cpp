#include "rpccall_p.h"

#include <utility>

namespace DaemonRpc {

RpcCallState::RpcCallState(RpcRequest theRequest, const RpcPeer &thePeer, RpcCall::Completion theCompletion,
                           QStringList names, const std::optional<RpcReplyChannel> &theChannel)
    : request(std::move(theRequest))
    , params(request.params, std::move(names))
    , peer(thePeer)
    , completion(std::move(theCompletion))
    , channel(theChannel.value_or(RpcReplyChannel(RpcReplyChannel::SendFunction())))
{}

RpcCallState::~RpcCallState()
{
    if (!isAnswered) {
        finish(RpcError{RpcError::internalError,
                        QStringLiteral("method \"%1\" ended without an answer").arg(request.method)});
    }
    settle();
}

bool RpcCallState::answer(const RpcOutcome &outcome)
{
    const bool isFirst = finish(outcome);
    settle();
    return isFirst;
}

bool RpcCallState::cancel(CancellationReason why)
{
    if (isAnswered || reason != CancellationReason::None)
        return false;
    reason = why;
    if (source)
        source->cancel(why);
    for (const std::function<void()> &callback : std::exchange(cancelCallbacks, {}))
        callback();
    finish(RpcError::fromError(Error(ErrorCode::Cancelled, QStringLiteral("the call was cancelled"))));
    return true;
}

bool RpcCallState::finish(const RpcOutcome &outcome)
{
    if (std::exchange(isAnswered, true))
        return false;
    // Taken out first: what the completion holds is let go as soon as it has run.
    const RpcCall::Completion complete = std::exchange(completion, nullptr);
    if (complete)
        complete(outcome);
    return true;
}

void RpcCallState::settle()
{
    if (std::exchange(isSettled, true))
        return;
    const auto dropped =
        std::exchange(cancelCallbacks, {}); // they may hold the call, or its completion's owner
    for (const std::function<void()> &callback : std::exchange(settledCallbacks, {}))
        callback();
}

RpcCall::RpcCall(RpcRequest request, const RpcPeer &peer, Completion completion, QStringList names,
                 const std::optional<RpcReplyChannel> &channel)
    : m_state(std::make_shared<RpcCallState>(std::move(request), peer, std::move(completion),
                                             std::move(names), channel))
{}

const QString &RpcCall::method() const { return m_state->request.method; }

const RpcParams &RpcCall::params() const { return m_state->params; }

const RpcPeer &RpcCall::peer() const { return m_state->peer; }

const std::optional<RpcId> &RpcCall::id() const { return m_state->request.id; }

bool RpcCall::isAnswered() const { return m_state->isAnswered; }

void RpcCall::notify(const QString &method, const QJsonValue &params) const
{
    if (!m_state->channel.isClosed())
        m_state->channel.send(RpcRequest{std::nullopt, method, params}.encode());
}

const RpcReplyChannel &RpcCall::channel() const { return m_state->channel; }

bool RpcCall::progress(const QJsonValue &value) const
{
    const RpcReplyChannel &channel = m_state->channel;
    if (isAnswered() || isCancelled() || channel.isClosed() ||
        channel.bytesPending() > maxProgressPendingBytes)
        return false;
    const QJsonValue given = m_state->request.params[QStringLiteral("progressToken")];
    const bool isTokenGiven = given.isString() || isJsonInteger(given);
    if (!isTokenGiven && !id())
        return false;
    channel.send(encodeRpcProgress(id(), isTokenGiven ? RpcId(given) : *id(), value));
    return true;
}

void RpcCall::onCancelled(std::function<void()> callback) const
{
    if (isCancelled())
        callback();
    else if (!m_state->isSettled)
        m_state->cancelCallbacks.push_back(std::move(callback));
}

bool RpcCall::isCancelled() const { return m_state->reason != CancellationReason::None; }

CancellationToken RpcCall::token() const
{
    if (!m_state->source) {
        m_state->source.emplace();
        if (isCancelled())
            m_state->source->cancel(m_state->reason);
    }
    return m_state->source->token();
}

bool RpcCall::reply(const QJsonValue &result) const
{
    const std::shared_ptr<RpcCallState> state = m_state; // who gets the answer may drop this handle
    return state->answer(result);
}

bool RpcCall::fail(const RpcError &error) const
{
    const std::shared_ptr<RpcCallState> state = m_state;
    return state->answer(error);
}

bool RpcCall::fail(const Error &error) const { return fail(RpcError::fromError(error)); }

RpcCallControl RpcCall::control() const { return RpcCallControl(m_state); }

} // namespace DaemonRpc
