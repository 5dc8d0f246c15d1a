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
        if (m_bytes < maxBytes)
            m_bytes += response.encode().size();
        if (m_bytes < maxBytes)
            m_answers[position] = response.toJson();
        else
            m_answers[position] = RpcResponse{response.id, tooLarge()}.toJson();
        if (--m_missing > 0)
            return;
        QJsonArray batch;
        for (const QJsonObject &answer : std::exchange(m_answers, {}))
            batch.append(answer);
        m_channel.send(encodeRpcBatch(batch));
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

    QList<QJsonObject> m_answers;
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

void RpcDispatcher::dispatch(QByteArrayView message, const RpcPeer &peer,
                             const RpcReplyChannel &channel) const
{
    dispatch(parseRpc(message, m_limits), peer, channel);
}

void RpcDispatcher::dispatch(const RpcPayload &payload, const RpcPeer &peer,
                             const RpcReplyChannel &channel) const
{
    if (payload.isBatch) {
        serveBatch(payload.messages, peer, channel);
        return;
    }
    for (const RpcMessage &message : payload.messages)
        serve(
            message, peer, [channel](const RpcResponse &response) { channel.send(response.encode()); },
            channel);
}

void RpcDispatcher::serveBatch(const QList<RpcMessage> &messages, const RpcPeer &peer,
                               const RpcReplyChannel &channel) const
{
    // Counted ahead: methods may answer while the batch is still being gone through.
    const auto wanted = std::count_if(messages.begin(), messages.end(), wantsAnswer);
    const auto answers = std::make_shared<BatchAnswers>(wanted, channel);
    qsizetype position = 0;
    for (const RpcMessage &message : messages) {
        Answer answer;
        if (wantsAnswer(message)) {
            answer = [answers, at = position](const RpcResponse &response) { answers->set(at, response); };
            ++position;
        }
        serve(message, peer, answer, channel);
    }
}

void RpcDispatcher::serve(const RpcMessage &message, const RpcPeer &peer, const Answer &answer,
                          const RpcReplyChannel &channel) const
{
    if (const auto *invalid = std::get_if<RpcInvalid>(&message)) {
        answer(RpcResponse{invalid->id, invalid->error});
        return;
    }
    const auto *request = std::get_if<RpcRequest>(&message);
    if (!request)
        return;
    if (request->isNotification()) {
        m_registry->call(*request, peer, nullptr, channel);
        return;
    }
    m_registry->call(
        *request, peer,
        [answer, id = *request->id](const RpcOutcome &outcome) {
            answer(RpcResponse{id, outcome});
        },
        channel);
}

} // namespace DaemonRpc
