#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/admin/daemonsubscription.h>
#include <daemonrpc/admin/outputtail.h>

#include <QJsonArray>
#include <QPointer>

namespace DaemonRpc {

namespace {

template <typename T>
Result<T> objectOf(const Result<QJsonValue> &value)
{
    if (!value)
        return unexpected(value.error());
    if (!value->isObject())
        return unexpected(ErrorCode::ProtocolViolation,
                          QStringLiteral("the daemon's answer is not an object"));
    return T::fromJson(value->toObject());
}

template <typename T>
Result<QList<T>> listOf(const Result<QJsonValue> &value)
{
    if (!value)
        return unexpected(value.error());
    if (!value->isArray())
        return unexpected(ErrorCode::ProtocolViolation,
                          QStringLiteral("the daemon's answer is not an array"));
    QList<T> list;
    const QJsonArray elements = value->toArray();
    for (const QJsonValueConstRef element : elements) {
        Result<T> item = objectOf<T>(Result<QJsonValue>(QJsonValue(element)));
        if (!item)
            return unexpected(item.error());
        list.append(*std::move(item));
    }
    return list;
}

} // namespace

AdminClient::AdminClient(const ClientOptions &options, QObject *parent)
    : AdminClient(options, QString(), parent)
{}

AdminClient::AdminClient(const ClientOptions &options, const QString &socketPath, QObject *parent)
    : QObject(parent)
    , m_channel(options, socketPath)
{
    connect(&m_channel, &RpcChannel::accepted, this, &AdminClient::connected);
    connect(&m_channel, &RpcChannel::received, this, &AdminClient::onReceived);
    connect(&m_channel, &RpcChannel::failed, this, &AdminClient::onFailed);
    m_calls.setNotificationHandler(
        [this](const QString &method, const QJsonValue &params) { Q_EMIT notified(method, params); });
}

AdminClient::~AdminClient() = default;

void AdminClient::call(const QString &method, const QJsonValue &params, Callback<QJsonValue> callback)
{
    if (m_failure) {
        callback(unexpected(*m_failure));
        return;
    }
    m_channel.send(m_calls.request(method, params, std::move(callback)).bytes);
}

void AdminClient::status(Callback<DaemonSnapshot> callback)
{
    call(QStringLiteral("daemon.status"), {},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(objectOf<DaemonSnapshot>(value));
         });
}

void AdminClient::requests(Callback<QList<RequestSnapshot>> callback)
{
    call(QStringLiteral("daemon.requests"), {},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(listOf<RequestSnapshot>(value));
         });
}

void AdminClient::history(Callback<QList<RequestSnapshot>> callback)
{
    call(QStringLiteral("daemon.history"), {},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(listOf<RequestSnapshot>(value));
         });
}

void AdminClient::request(qint64 requestId, Callback<RequestSnapshot> callback)
{
    call(QStringLiteral("daemon.request"), QJsonObject{{QStringLiteral("id"), requestId}},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(objectOf<RequestSnapshot>(value));
         });
}

void AdminClient::requestDetails(qint64 requestId, Callback<RequestDetails> callback)
{
    call(QStringLiteral("daemon.request"),
         QJsonObject{{QStringLiteral("id"), requestId}, {QStringLiteral("details"), true}},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(objectOf<RequestDetails>(value));
         });
}

void AdminClient::connections(Callback<QList<ConnectionSnapshot>> callback)
{
    call(QStringLiteral("daemon.connections"), {},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(listOf<ConnectionSnapshot>(value));
         });
}

void AdminClient::commands(bool all, Callback<QList<CommandSnapshot>> callback)
{
    call(QStringLiteral("daemon.commands"), QJsonObject{{QStringLiteral("all"), all}},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(listOf<CommandSnapshot>(value));
         });
}

void AdminClient::cancel(qint64 requestId, Callback<void> callback)
{
    call(QStringLiteral("daemon.cancel"), QJsonObject{{QStringLiteral("id"), requestId}},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(value ? Result<void>() : Result<void>(unexpected(value.error())));
         });
}

void AdminClient::drain(Callback<DaemonSnapshot> callback)
{
    call(QStringLiteral("daemon.drain"), {},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(objectOf<DaemonSnapshot>(value));
         });
}

void AdminClient::stop(bool now, Callback<DaemonSnapshot> callback)
{
    call(QStringLiteral("daemon.stop"), QJsonObject{{QStringLiteral("now"), now}},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(objectOf<DaemonSnapshot>(value));
         });
}

void AdminClient::reload(Callback<ReloadReport> callback)
{
    call(QStringLiteral("daemon.reload"), {},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(objectOf<ReloadReport>(value));
         });
}

void AdminClient::restart(Callback<RestartReport> callback)
{
    call(QStringLiteral("daemon.restart"), {},
         [callback = std::move(callback)](const Result<QJsonValue> &value) {
             callback(objectOf<RestartReport>(value));
         });
}

std::unique_ptr<DaemonSubscription> AdminClient::subscribe(const SubscriptionOptions &options,
                                                           DaemonMirror *mirror)
{
    return std::make_unique<DaemonSubscription>(*this, options, mirror);
}

std::unique_ptr<OutputTail> AdminClient::tail(qint64 requestId, qint64 maxBytes)
{
    return std::make_unique<OutputTail>(*this, requestId, maxBytes);
}

void AdminClient::onReceived(QByteArrayView message)
{
    if (const Result<void> taken = m_calls.receive(message); !taken)
        onFailed(taken.error());
}

void AdminClient::onFailed(const Error &error)
{
    if (m_failure)
        return;
    m_failure = error;
    const QPointer<AdminClient> guard(this); // a callback may destroy it
    m_calls.failAll(error);
    if (guard)
        Q_EMIT disconnected(error);
}

} // namespace DaemonRpc
