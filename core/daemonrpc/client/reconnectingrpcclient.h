// JSON-RPC with a daemon that may come and go.
#pragma once

#include <daemonrpc/client/retryschedule.h>
#include <daemonrpc/client/rpcchannel.h>
#include <daemonrpc/jsonrpc/rpcclient.h>

#include <map>
#include <memory>

namespace DaemonRpc {

/// Calls methods of a daemon and connects again when the connection is lost, as ClientOptions::retry says.
/// Thread-bound.
///
/// A reconnect neither replaces a daemon (StartReason::Reconnect) nor starts one: what somebody has stopped
/// stays stopped. Only the first connection may, when ClientOptions::maySpawn allows it.
///
/// Each call answers exactly once, from the event loop or, after failed(), at once. When the connection is
/// lost, calls that the daemon may have begun fail with ConnectionLost unless they are idempotent; those and
/// the ones not sent yet go over the next connection, in the order they were made. Callbacks are dropped when
/// the client is destroyed. ClientOptions::retry.deadline holds for each call by itself.
///
///     options.retry.maxAttempts = RetryPolicy::unlimited; // a window that stays open
///     ReconnectingRpcClient daemon(options);
///     connect(&daemon, &ReconnectingRpcClient::stateChanged, this, [&] { showState(daemon.state()); });
///     daemon.call(QStringLiteral("daemon.status"), {}, onStatus, Idempotence::Given);
class DAEMONRPC_EXPORT ReconnectingRpcClient : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Connecting, ///< An attempt runs.
        Connected,
        Waiting, ///< An attempt failed, another one follows after a pause.
        Failed,  ///< For good: out of attempts, or of no use. The last state.
    };
    Q_ENUM(State)

    using Callback = RpcClient::Callback;

    /// The daemon that @p options name. Connects on the next turn of the event loop.
    explicit ReconnectingRpcClient(const ClientOptions &options, QObject *parent = nullptr);
    /// The daemon at @p socketPath, found by discovery; never started.
    ReconnectingRpcClient(const ClientOptions &options, const QString &socketPath, QObject *parent = nullptr);
    ~ReconnectingRpcClient() override;

    [[nodiscard]] State state() const { return m_state; }

    /// Why there is no connection; nothing while Connected and before the first attempt has failed.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// The daemon, while Connected.
    [[nodiscard]] const VersionCheck &daemon() const { return m_daemon; }

    /// The attempt that runs or is planned, from 1 at each loss.
    [[nodiscard]] int attempt() const { return m_schedule.attempt(); }

    /// Calls @p method; @p params is an array, an object or nothing. Returns what forget() takes; 0 when the
    /// callback was run already.
    quint64 call(const QString &method, const QJsonValue &params, Callback callback,
                 Idempotence idempotence = Idempotence::Unknown);

    /// Drops the callback of a call without running it; false when it is not pending.
    bool forget(quint64 id) { return m_calls.erase(id) > 0; }

    [[nodiscard]] qsizetype pendingCount() const { return static_cast<qsizetype>(m_calls.size()); }

    /// Sends a notification; false when there is no connection, as it is for now and not for later.
    bool notify(const QString &method, const QJsonValue &params);

    /// Cuts a pause short: the person does not want to wait.
    void reconnectNow() { m_schedule.hurry(); }

Q_SIGNALS:
    void stateChanged(DaemonRpc::ReconnectingRpcClient::State state);
    /// The connection was lost, or an attempt failed, with @p error; attempt() follows after @p pause.
    void retrying(const DaemonRpc::Error &error, std::chrono::milliseconds pause);
    /// Pending calls have been answered. Said once.
    void failed(const DaemonRpc::Error &error);
    void notificationReceived(const QString &method, const QJsonValue &params);

private:
    struct Call
    {
        QString method;
        QJsonValue params;
        Callback callback;
        Idempotence idempotence;
        bool isSent = false;
    };

    void open();
    void onAccepted();
    void onReceived(QByteArrayView message);
    void onChannelFailed(const Error &error);
    void onExpired(quint64 id);
    void send(quint64 id);
    void settle(quint64 id, const Result<QJsonValue> &result);
    void settleAll(const QList<quint64> &ids, const Error &error);
    [[nodiscard]] QList<quint64> takeBack(const Error &error);
    void setState(State state);

    ClientOptions m_options;
    QString m_socketPath;
    std::shared_ptr<RetryClock> m_clock;
    RetrySchedule m_schedule;
    std::unique_ptr<RpcChannel> m_channel;
    std::unique_ptr<RpcClient> m_rpc; // of the connection that stands
    std::map<quint64, Call> m_calls;
    std::optional<Error> m_error;
    VersionCheck m_daemon;
    std::chrono::milliseconds m_connectedAt{0};
    quint64 m_lastId = 0;
    State m_state = State::Connecting;
    bool m_hasBeenConnected = false;
    bool m_hasAnswered = false; // on this connection
};

} // namespace DaemonRpc
