#include <daemonrpc/jsonrpc/rpcclient.h>
#include <daemonrpc/jsonrpc/rpcparams.h>

#include <map>
#include <utility>

namespace DaemonRpc {

struct RpcClient::State
{
    struct Pending
    {
        Callback callback;
        ProgressCallback progress;
    };

    qint64 lastId = 0;
    std::map<qint64, Pending> pending;
    NotificationHandler notificationHandler;

    Result<void> take(const RpcMessage &message);
    Result<void> takeResponse(const RpcResponse &response);
    bool takeProgress(const RpcRequest &notification);
};

static QJsonValue presentParams(const QJsonValue &params)
{
    Q_ASSERT_X(params.isUndefined() || params.isNull() || params.isArray() || params.isObject(), "RpcClient",
               "params must be an array or an object");
    return params.isNull() ? QJsonValue(QJsonValue::Undefined) : params;
}

static Result<QJsonValue> resultOf(const RpcOutcome &outcome)
{
    if (const auto *error = std::get_if<RpcError>(&outcome))
        return unexpected(error->toError());
    return std::get<QJsonValue>(outcome);
}

RpcClient::RpcClient(const RpcLimits &limits)
    : m_state(std::make_shared<State>())
    , m_limits(limits)
{}

RpcClient::~RpcClient()
{
    // Moved out first: destroying a callback may run code that comes back here.
    const auto pending = std::exchange(m_state->pending, {});
    const auto handler = std::exchange(m_state->notificationHandler, nullptr);
}

RpcClient::Outgoing RpcClient::request(const QString &method, const QJsonValue &params, Callback callback,
                                       ProgressCallback progress)
{
    const qint64 id = ++m_state->lastId;
    m_state->pending.emplace(id, State::Pending{std::move(callback), std::move(progress)});
    return Outgoing{id, RpcRequest{QJsonValue(id), method, presentParams(params)}.encode()};
}

QByteArray RpcClient::cancellation(qint64 id) const
{
    if (m_state->pending.count(id) == 0)
        return {};
    return notification(cancelRequestMethod, QJsonObject{{QStringLiteral("id"), id}});
}

QByteArray RpcClient::notification(const QString &method, const QJsonValue &params)
{
    return RpcRequest{std::nullopt, method, presentParams(params)}.encode();
}

void RpcClient::setNotificationHandler(NotificationHandler handler)
{
    m_state->notificationHandler = std::move(handler);
}

Result<void> RpcClient::receive(QByteArrayView message) { return receive(parseRpc(message, m_limits)); }

Result<void> RpcClient::receive(const RpcPayload &payload)
{
    const std::shared_ptr<State> state = m_state; // nothing of this is touched once a callback has run
    for (const RpcMessage &message : payload.messages) {
        Result<void> taken = state->take(message);
        if (!taken)
            return taken;
    }
    return {};
}

Result<void> RpcClient::State::take(const RpcMessage &message)
{
    if (const auto *response = std::get_if<RpcResponse>(&message))
        return takeResponse(*response);
    if (const auto *invalid = std::get_if<RpcInvalid>(&message)) {
        return unexpected(ErrorCode::ProtocolViolation,
                          QStringLiteral("the peer sent no JSON-RPC message: ") + invalid->error.message);
    }
    const auto &request = std::get<RpcRequest>(message);
    if (request.isNotification() && request.method == progressMethod && takeProgress(request))
        return {};
    const NotificationHandler handler = notificationHandler; // a copy: it may replace itself
    if (request.isNotification() && handler)
        handler(request.method, request.params);
    return {};
}

bool RpcClient::State::takeProgress(const RpcRequest &notification)
{
    const QJsonValue id = notification.params[QStringLiteral("id")];
    const auto found = isJsonInteger(id) ? pending.find(id.toInteger()) : pending.end();
    if (found == pending.end() || !found->second.progress)
        return false;
    const ProgressCallback progress = found->second.progress; // a copy: it may end its call
    progress(notification.params[QStringLiteral("value")]);
    return true;
}

Result<void> RpcClient::State::takeResponse(const RpcResponse &response)
{
    const auto *error = std::get_if<RpcError>(&response.outcome);
    if (response.id.isNull() && error)
        return unexpected(error->toError());
    if (!response.id.isExactValue() || !isJsonInteger(response.id.value()))
        return {};
    const auto found = pending.find(response.id.value().toInteger());
    if (found == pending.end())
        return {};
    const Callback callback = std::move(found->second.callback);
    pending.erase(found);
    if (callback)
        callback(resultOf(response.outcome));
    return {};
}

void RpcClient::failAll(const Error &error)
{
    const std::shared_ptr<State> state = m_state;
    const qint64 lastId = state->lastId;
    // One by one: a callback may forget a later call, whose owner it has ended.
    while (!state->pending.empty() && state->pending.begin()->first <= lastId) {
        const auto node = state->pending.extract(state->pending.begin());
        if (node.mapped().callback)
            node.mapped().callback(unexpected(error));
    }
}

bool RpcClient::forget(qint64 id) { return !m_state->pending.extract(id).empty(); }

qsizetype RpcClient::pendingCount() const { return static_cast<qsizetype>(m_state->pending.size()); }

} // namespace DaemonRpc
