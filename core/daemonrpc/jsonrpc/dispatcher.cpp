#include <daemonrpc/jsonrpc/dispatcher.h>

#include <algorithm>
#include <utility>

namespace DaemonRpc {

namespace {

// Holds the answers of one batch until all are there.
class BatchAnswers
{
public:
    BatchAnswers(qsizetype count, const RpcReplyChannel &channel)
        : m_answers(count)
        , m_missing(count)
        , m_channel(channel)
    {}

    void set(qsizetype position, const RpcResponse &response)
    {
        if (m_channel.isClosed())
            return;
        QByteArray &answer = m_answers[position];
        answer = response.encode();
        if (m_bytes < maxBytes)
            m_bytes += answer.size();
        if (m_bytes >= maxBytes)
            answer = RpcResponse{response.id, tooLarge()}.encode();
        if (--m_missing == 0)
            m_channel.send(encodeRpcBatch(std::exchange(m_answers, {})));
    }

private:
    // Together with what the errors take, below the largest message there is.
    static constexpr qsizetype maxBytes = 8 * 1024 * 1024;

    static RpcError tooLarge()
    {
        return RpcError::fromError(Error(
            ErrorCode::MessageTooLarge,
            QStringLiteral("the answers of this batch are too large together; ask in smaller batches")));
    }

    QByteArrayList m_answers;
    qsizetype m_bytes = 0;
    qsizetype m_missing;
    RpcReplyChannel m_channel;
};

} // namespace

static bool wantsAnswer(const RpcMessage &message)
{
    if (const auto *request = std::get_if<RpcRequest>(&message))
        return !request->isNotification();
    return std::holds_alternative<RpcInvalid>(message);
}

RpcDispatcher::RpcDispatcher(const MethodRegistry &registry, const RpcLimits &limits)
    : m_registry(&registry)
    , m_limits(limits)
{}

void RpcDispatcher::dispatch(QByteArrayView message, const RpcPeer &peer, const RpcReplyChannel &channel,
                             RpcCallTable &calls) const
{
    dispatch(parseRpc(message, m_limits), peer, channel, calls);
}

void RpcDispatcher::dispatch(const RpcPayload &payload, const RpcPeer &peer, const RpcReplyChannel &channel,
                             RpcCallTable &calls) const
{
    dispatch(payload, Origin{peer, channel, &calls, 0});
}

void RpcDispatcher::dispatch(QByteArrayView message, const RpcPeer &peer,
                             const RpcReplyChannel &channel) const
{
    dispatch(parseRpc(message, m_limits), peer, channel);
}

void RpcDispatcher::dispatch(const RpcPayload &payload, const RpcPeer &peer,
                             const RpcReplyChannel &channel) const
{
    dispatch(payload, Origin{peer, channel, nullptr, 0});
}

void RpcDispatcher::dispatch(const RpcPayload &payload, Origin origin) const
{
    if (!payload.messages.isEmpty())
        origin.costBytes = payload.costBytes / payload.messages.size();
    if (payload.isBatch) {
        serveBatch(payload.messages, origin);
        return;
    }
    for (const RpcMessage &message : payload.messages) {
        serve(message, origin,
              [channel = origin.channel](const RpcResponse &response) { channel.send(response.encode()); });
    }
}

void RpcDispatcher::serveBatch(const QList<RpcMessage> &messages, const Origin &origin) const
{
    // Counted ahead: methods may answer while the batch is still being gone through.
    const auto wanted = std::count_if(messages.begin(), messages.end(), wantsAnswer);
    const auto answers = std::make_shared<BatchAnswers>(wanted, origin.channel);
    qsizetype position = 0;
    for (const RpcMessage &message : messages) {
        Answer answer;
        if (wantsAnswer(message)) {
            answer = [answers, at = position](const RpcResponse &response) { answers->set(at, response); };
            ++position;
        }
        serve(message, origin, answer);
    }
}

void RpcDispatcher::serve(const RpcMessage &message, const Origin &origin, const Answer &answer) const
{
    if (const auto *invalid = std::get_if<RpcInvalid>(&message)) {
        answer(RpcResponse{invalid->id, invalid->error});
        return;
    }
    const auto *request = std::get_if<RpcRequest>(&message);
    if (!request)
        return;
    if (origin.calls && request->isNotification() && request->method == cancelRequestMethod) {
        const QJsonValue id = request->params[QStringLiteral("id")];
        if (isRpcId(id))
            origin.calls->cancel(RpcId(id), CancellationReason::Interrupted);
        return;
    }
    serveRequest(*request, origin, answer);
}

void RpcDispatcher::serveRequest(const RpcRequest &request, const Origin &origin, const Answer &answer) const
{
    RpcCall::Completion completion;
    if (!request.isNotification()) {
        completion = [answer, id = *request.id](const RpcOutcome &outcome) {
            answer(RpcResponse{id, outcome});
        };
    }
    if (!origin.calls) {
        m_registry->call(request, origin.peer, completion, origin.channel);
        return;
    }
    RpcCallTable::Arrival arrival{request.id, origin.costBytes, {}, {}};
    arrival.start = [registry = m_registry, request, peer = origin.peer, channel = origin.channel,
                     completion] { return registry->call(request, peer, completion, channel); };
    if (completion)
        arrival.refuse = [completion](const Error &error) { completion(RpcError::fromError(error)); };
    origin.calls->admit(std::move(arrival));
}

} // namespace DaemonRpc
