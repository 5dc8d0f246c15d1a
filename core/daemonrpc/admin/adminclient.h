// The admin interface, on the client's side.
#pragma once

#include <daemonrpc/admin/commandsnapshot.h>
#include <daemonrpc/admin/connectionsnapshot.h>
#include <daemonrpc/admin/daemonsnapshot.h>
#include <daemonrpc/admin/reloadreport.h>
#include <daemonrpc/admin/requestdetails.h>
#include <daemonrpc/admin/requestsnapshot.h>
#include <daemonrpc/admin/restartreport.h>
#include <daemonrpc/admin/subscriptionoptions.h>
#include <daemonrpc/admin/taillimits.h>
#include <daemonrpc/client/rpcchannel.h>
#include <daemonrpc/jsonrpc/rpcclient.h>

#include <QList>

#include <functional>

namespace DaemonRpc {

class DaemonMirror;
class DaemonSubscription;
class OutputTail;

/// Asks and commands one daemon. Thread-bound.
///
/// Each call answers exactly once, with the result or with the error of the call or of the connection;
/// callbacks are dropped when the client is destroyed.
///
///     AdminClient admin(options);
///     admin.status([](const Result<DaemonSnapshot> &status) { … });
class DAEMONRPC_EXPORT AdminClient : public QObject
{
    Q_OBJECT

public:
    template <typename T>
    using Callback = std::function<void(const Result<T> &)>;

    /// The daemon that @p options name.
    explicit AdminClient(const ClientOptions &options, QObject *parent = nullptr);
    /// The daemon at @p socketPath, found by discovery; never started.
    AdminClient(const ClientOptions &options, const QString &socketPath, QObject *parent = nullptr);
    ~AdminClient() override;

    void call(const QString &method, const QJsonValue &params, Callback<QJsonValue> callback);

    void status(Callback<DaemonSnapshot> callback);
    /// The running requests, or the finished ones that are remembered.
    void requests(Callback<QList<RequestSnapshot>> callback);
    void history(Callback<QList<RequestSnapshot>> callback);
    /// One request, running or remembered, nothing left out.
    void request(qint64 requestId, Callback<RequestSnapshot> callback);
    /// The same with its environment, for those who may act.
    void requestDetails(qint64 requestId, Callback<RequestDetails> callback);
    void connections(Callback<QList<ConnectionSnapshot>> callback);
    /// What the daemon can be asked to run; hidden commands too when @p all.
    void commands(bool all, Callback<QList<CommandSnapshot>> callback);
    void cancel(qint64 requestId, Callback<void> callback);
    void drain(Callback<DaemonSnapshot> callback);
    void stop(bool now, Callback<DaemonSnapshot> callback);
    void reload(Callback<ReloadReport> callback);
    /// Answers when the fresh daemon serves, or has failed; an older daemon answers Unsupported.
    void restart(Callback<RestartReport> callback);

    /// Follows the daemon; ends with the object, or with this client.
    /// The picture is kept in @p mirror, which has to outlive the subscription; in one of its own without.
    [[nodiscard]] std::unique_ptr<DaemonSubscription> subscribe(const SubscriptionOptions &options,
                                                                DaemonMirror *mirror = nullptr);

    /// Looks on at the output of running request @p requestId, from now on; see OutputTail.
    [[nodiscard]] std::unique_ptr<OutputTail> tail(qint64 requestId,
                                                   qint64 maxBytes = TailLimits::defaultBytes);

    /// Whether answers and notifications are taken, as they are at first. Who cannot pass on what a
    /// subscription tells stops here: the daemon tells less then, and how much less. Only after connected().
    void setReading(bool enabled) { m_channel.setReading(enabled); }

Q_SIGNALS:
    /// The connection stands.
    void connected();
    /// The daemon has sent a notification.
    void notified(const QString &method, const QJsonValue &params);
    /// The daemon has closed the connection, or it could not be made. Said once; pending calls have been
    /// answered.
    void disconnected(const DaemonRpc::Error &error);

private:
    void onReceived(QByteArrayView message);
    void onFailed(const Error &error);

    RpcChannel m_channel;
    RpcClient m_calls;
    std::optional<Error> m_failure;
};

} // namespace DaemonRpc
