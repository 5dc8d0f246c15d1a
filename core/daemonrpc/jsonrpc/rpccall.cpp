#include <daemonrpc/jsonrpc/rpccall.h>

#include <utility>

namespace DaemonRpc {

struct RpcCall::State
{
    RpcRequest request;
    RpcParams params;
    RpcPeer peer;
    Completion completion;
    RpcReplyChannel channel;
    bool isAnswered = false;

    State(RpcRequest theRequest, const RpcPeer &thePeer, Completion theCompletion, QStringList names,
          std::optional<RpcReplyChannel> theChannel)
        : request(std::move(theRequest))
        , params(request.params, std::move(names))
        , peer(thePeer)
        , completion(std::move(theCompletion))
        , channel(theChannel.value_or(RpcReplyChannel(RpcReplyChannel::SendFunction())))
    {}

    State(const State &) = delete;
    State &operator=(const State &) = delete;

    ~State()
    {
        if (isAnswered)
            return;
        finish(RpcError{RpcError::internalError,
                        QStringLiteral("method \"%1\" ended without an answer").arg(request.method)});
    }

    bool finish(const RpcOutcome &outcome)
    {
        if (std::exchange(isAnswered, true))
            return false;
        // Taken out first: what the completion holds is let go as soon as it has run.
        const Completion complete = std::exchange(completion, nullptr);
        if (complete)
            complete(outcome);
        return true;
    }
};

RpcCall::RpcCall(RpcRequest request, const RpcPeer &peer, Completion completion, QStringList names,
                 std::optional<RpcReplyChannel> channel)
    : m_state(std::make_shared<State>(std::move(request), peer, std::move(completion), std::move(names),
                                      std::move(channel)))
{}

const QString &RpcCall::method() const { return m_state->request.method; }

const RpcParams &RpcCall::params() const { return m_state->params; }

const RpcPeer &RpcCall::peer() const { return m_state->peer; }

const std::optional<QJsonValue> &RpcCall::id() const { return m_state->request.id; }

bool RpcCall::isAnswered() const { return m_state->isAnswered; }

void RpcCall::notify(const QString &method, const QJsonValue &params) const
{
    if (!m_state->channel.isClosed())
        m_state->channel.send(RpcRequest{std::nullopt, method, params}.encode());
}

const RpcReplyChannel &RpcCall::channel() const { return m_state->channel; }

bool RpcCall::reply(const QJsonValue &result) const { return m_state->finish(result); }

bool RpcCall::fail(const RpcError &error) const { return m_state->finish(error); }

bool RpcCall::fail(const Error &error) const { return fail(RpcError::fromError(error)); }

} // namespace DaemonRpc
