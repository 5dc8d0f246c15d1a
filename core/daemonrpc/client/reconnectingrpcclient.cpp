#include <daemonrpc/client/reconnectingrpcclient.h>

#include <QPointer>

#include <utility>

namespace DaemonRpc {

// The deadline is each call's, not the connection's.
static RetryPolicy withoutDeadline(RetryPolicy policy, std::shared_ptr<RetryClock> clock)
{
    policy.deadline = std::chrono::milliseconds(0);
    policy.clock = std::move(clock);
    return policy;
}

ReconnectingRpcClient::ReconnectingRpcClient(const ClientOptions &options, QObject *parent)
    : ReconnectingRpcClient(options, QString(), parent)
{}

ReconnectingRpcClient::ReconnectingRpcClient(const ClientOptions &options, const QString &socketPath,
                                             QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_socketPath(socketPath)
    , m_clock(options.retry.clock ? options.retry.clock : std::make_shared<RetryClock>())
    , m_schedule(withoutDeadline(options.retry, m_clock))
{
    connect(&m_schedule, &RetrySchedule::due, this, &ReconnectingRpcClient::open);
    m_schedule.begin();
    open();
}

ReconnectingRpcClient::~ReconnectingRpcClient() = default;

void ReconnectingRpcClient::open()
{
    ClientOptions options = m_options;
    options.maySpawn = options.maySpawn && !m_hasBeenConnected;
    m_channel = m_socketPath.isEmpty() ? std::make_unique<RpcChannel>(options, Intent::Admin)
                                       : std::make_unique<RpcChannel>(options, m_socketPath);
    if (m_hasBeenConnected)
        m_channel->setStartReason(StartReason::Reconnect);
    connect(m_channel.get(), &RpcChannel::accepted, this, &ReconnectingRpcClient::onAccepted);
    connect(m_channel.get(), &RpcChannel::received, this, &ReconnectingRpcClient::onReceived);
    connect(m_channel.get(), &RpcChannel::failed, this, &ReconnectingRpcClient::onChannelFailed);
    setState(State::Connecting);
}

void ReconnectingRpcClient::onAccepted()
{
    m_daemon = m_channel->daemon();
    m_error.reset();
    m_connectedAt = m_clock->now();
    m_hasBeenConnected = true;
    m_hasAnswered = false;
    m_rpc = std::make_unique<RpcClient>();
    m_rpc->setNotificationHandler([this](const QString &method, const QJsonValue &params) {
        Q_EMIT notificationReceived(method, params);
    });
    QList<quint64> waiting;
    for (const auto &[id, call] : m_calls)
        waiting.append(id);
    for (const quint64 id : waiting)
        send(id);
    if (m_rpc)
        setState(State::Connected);
}

void ReconnectingRpcClient::onReceived(QByteArrayView message)
{
    m_hasAnswered = true;
    const QPointer<ReconnectingRpcClient> self(this);
    const Result<void> taken = m_rpc->receive(message);
    if (self && !taken && m_rpc)
        onChannelFailed(taken.error());
}

quint64 ReconnectingRpcClient::call(const QString &method, const QJsonValue &params, Callback callback,
                                    Idempotence idempotence)
{
    if (m_state == State::Failed) {
        callback(unexpected(*m_error));
        return 0;
    }
    const quint64 id = ++m_lastId;
    m_calls.emplace(id, Call{method, params, std::move(callback), idempotence});
    if (m_options.retry.deadline.count() > 0)
        m_clock->wake(m_options.retry.deadline, this, [this, id] { onExpired(id); });
    if (m_rpc)
        send(id);
    return id;
}

bool ReconnectingRpcClient::notify(const QString &method, const QJsonValue &params)
{
    if (!m_rpc)
        return false;
    m_channel->send(RpcClient::notification(method, params));
    return true;
}

// Nothing is sent before the daemon has accepted: what waits until then was certainly not begun.
void ReconnectingRpcClient::send(quint64 id)
{
    const auto found = m_calls.find(id);
    if (found == m_calls.end() || !m_rpc)
        return;
    Call &call = found->second;
    call.isSent = true;
    const RpcClient::Outgoing request = m_rpc->request(
        call.method, call.params, [this, id](const Result<QJsonValue> &result) { settle(id, result); });
    m_channel->send(request.bytes);
}

void ReconnectingRpcClient::settle(quint64 id, const Result<QJsonValue> &result)
{
    const auto node = m_calls.extract(id);
    if (node && node.mapped().callback)
        node.mapped().callback(result);
}

void ReconnectingRpcClient::settleAll(const QList<quint64> &ids, const Error &error)
{
    const QPointer<ReconnectingRpcClient> self(this);
    for (const quint64 id : ids) {
        settle(id, unexpected(error));
        if (!self)
            return;
    }
}

void ReconnectingRpcClient::onExpired(quint64 id)
{
    const auto found = m_calls.find(id);
    if (found == m_calls.end())
        return;
    Error error(ErrorCode::Timeout, tr("\"%1\" was not answered within its deadline of %2 ms")
                                        .arg(found->second.method)
                                        .arg(m_options.retry.deadline.count()));
    settle(id, unexpected(m_error ? error.withContext(m_error->message()) : error));
}

// The rest waits for the next connection. Returns the calls that may have been begun and must not be
// repeated.
QList<quint64> ReconnectingRpcClient::takeBack(const Error &error)
{
    const bool isUntouched = error.code() == ErrorCode::TooManyConnections;
    QList<quint64> lost;
    for (auto &[id, call] : m_calls) {
        if (call.isSent && !isUntouched && call.idempotence == Idempotence::Unknown)
            lost.append(id);
        call.isSent = false;
    }
    return lost;
}

void ReconnectingRpcClient::onChannelFailed(const Error &error)
{
    m_channel->disconnect(this);
    m_channel.release()->deleteLater(); // it may be the sender
    const bool hasStood =
        m_rpc && (m_hasAnswered || m_clock->now() - m_connectedAt >= m_options.retry.maxDelay);
    m_rpc.reset();
    m_error = error;
    // A daemon that takes connections only to drop them is not asked ever faster.
    if (hasStood)
        m_schedule.begin();
    std::optional<std::chrono::milliseconds> pause;
    if (RetryPolicy::mayRepeat(error.code(), Idempotence::Given))
        pause = m_schedule.planNext();

    const QPointer<ReconnectingRpcClient> self(this);
    if (!pause) {
        QList<quint64> all;
        for (const auto &[id, call] : m_calls)
            all.append(id);
        setState(State::Failed);
        if (self)
            settleAll(all, error);
        if (self)
            Q_EMIT failed(error);
        return;
    }
    const QList<quint64> lost = takeBack(error);
    setState(State::Waiting);
    if (self)
        settleAll(lost, Error(ErrorCode::ConnectionLost,
                              tr("the connection was lost before the answer came; the call may "
                                 "have been carried out"))
                            .withContext(error.message()));
    if (self)
        Q_EMIT retrying(error, *pause);
}

void ReconnectingRpcClient::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

} // namespace DaemonRpc
