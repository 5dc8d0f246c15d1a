#include "jsonreader_p.h"

#include <daemonrpc/admin/daemonevent.h>
#include <daemonrpc/jsonrpc/rpcparams.h>

namespace DaemonRpc {

template <typename T>
static void insertValues(QJsonObject &json, const QString &name, const QList<T> &values)
{
    if (values.isEmpty())
        return;
    QJsonArray array;
    for (const T &value : values)
        array.append(value.toJson());
    json.insert(name, array);
}

template <typename T>
static void insertValue(QJsonObject &json, const QString &name, const std::optional<T> &value)
{
    if (value)
        json.insert(name, value->toJson());
}

static void insertIds(QJsonObject &json, const QString &name, const std::optional<QList<qint64>> &ids)
{
    if (!ids)
        return;
    QJsonArray array;
    for (const qint64 id : *ids)
        array.append(id);
    json.insert(name, array);
}

static Error notWholeNumbers(QStringView name)
{
    return Error(ErrorCode::ProtocolViolation,
                 QStringLiteral("the daemon's answer has in \"%1\" what is no whole number").arg(name));
}

static Result<std::optional<QList<qint64>>> idsIn(const QJsonObject &json, QStringView name)
{
    const QJsonValue value = json.value(name);
    if (value.isUndefined() || value.isNull())
        return std::optional<QList<qint64>>();
    if (!value.isArray())
        return unexpected(notWholeNumbers(name));
    QList<qint64> ids;
    const QJsonArray array = value.toArray();
    for (const QJsonValueConstRef element : array) {
        if (!isJsonInteger(element))
            return unexpected(notWholeNumbers(name));
        ids.append(QJsonValue(element).toInteger());
    }
    return std::optional(ids);
}

static Result<QMap<QString, qint64>> countsIn(const QJsonObject &json, QStringView name)
{
    QMap<QString, qint64> counts;
    const QJsonValue value = json.value(name);
    if (!value.isUndefined() && !value.isObject())
        return unexpected(notWholeNumbers(name));
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isJsonInteger(it.value()))
            return unexpected(notWholeNumbers(name));
        counts.insert(it.key(), QJsonValue(it.value()).toInteger());
    }
    return counts;
}

static QJsonObject withoutOwn(QJsonObject json)
{
    for (const char *own : {"subscription", "sequence", "time_ms", "totals", "daemon", "process", "workers",
                            "health", "connections", "requests", "commands", "log", "live_connections",
                            "live_requests", "live_commands", "lost"})
        json.remove(QLatin1String(own));
    return json;
}

bool DaemonEvent::isEmpty() const
{
    return !daemon && !process && !workers && !health && connections.isEmpty() && requests.isEmpty() &&
           commands.isEmpty() && log.isEmpty() && !liveConnections && !liveRequests && !liveCommands &&
           lost.isEmpty() && others.isEmpty();
}

QJsonObject DaemonEvent::toJson() const
{
    QJsonObject json{
        {QStringLiteral("subscription"), subscription},
        {QStringLiteral("sequence"), sequence},
        {QStringLiteral("time_ms"), timeMs},
        {QStringLiteral("totals"), totals.toJson()},
    };
    insertValue(json, QStringLiteral("daemon"), daemon);
    insertValue(json, QStringLiteral("process"), process);
    insertValue(json, QStringLiteral("workers"), workers);
    insertValue(json, QStringLiteral("health"), health);
    insertValues(json, QStringLiteral("connections"), connections);
    insertValues(json, QStringLiteral("requests"), requests);
    insertValues(json, QStringLiteral("commands"), commands);
    insertValues(json, QStringLiteral("log"), log);
    insertIds(json, QStringLiteral("live_connections"), liveConnections);
    insertIds(json, QStringLiteral("live_requests"), liveRequests);
    if (liveCommands)
        json.insert(QStringLiteral("live_commands"), QJsonArray::fromStringList(*liveCommands));
    if (!lost.isEmpty()) {
        QJsonObject counts;
        for (auto it = lost.begin(); it != lost.end(); ++it)
            counts.insert(it.key(), it.value());
        json.insert(QStringLiteral("lost"), counts);
    }
    for (auto it = others.begin(); it != others.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

Result<DaemonEvent> DaemonEvent::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    DaemonEvent event;
    event.subscription = reader.integer(u"subscription");
    event.sequence = reader.integer(u"sequence");
    event.timeMs = reader.integer(u"time_ms");
    Result<EventTotals> totals = EventTotals::fromJson(json.value(u"totals").toObject());
    event.daemon = reader.optionalValue<DaemonSnapshot>(u"daemon");
    event.process = reader.optionalValue<ProcessSnapshot>(u"process");
    event.workers = reader.optionalValue<WorkersSnapshot>(u"workers");
    event.health = reader.optionalValue<HealthSnapshot>(u"health");
    event.connections = reader.values<ConnectionSnapshot>(u"connections");
    event.requests = reader.values<RequestSnapshot>(u"requests");
    event.commands = reader.values<CommandSnapshot>(u"commands");
    event.log = reader.values<LogLineSnapshot>(u"log");
    if (reader.contains(u"live_commands"))
        event.liveCommands = reader.strings(u"live_commands");
    Result<std::optional<QList<qint64>>> liveConnections = idsIn(json, u"live_connections");
    Result<std::optional<QList<qint64>>> liveRequests = idsIn(json, u"live_requests");
    Result<QMap<QString, qint64>> lost = countsIn(json, u"lost");
    if (reader.error())
        return unexpected(*reader.error());
    if (!totals)
        return unexpected(totals.error());
    if (!liveConnections)
        return unexpected(liveConnections.error());
    if (!liveRequests)
        return unexpected(liveRequests.error());
    if (!lost)
        return unexpected(lost.error());
    event.totals = *totals;
    event.liveConnections = *std::move(liveConnections);
    event.liveRequests = *std::move(liveRequests);
    event.lost = *std::move(lost);
    event.others = withoutOwn(json);
    return event;
}

} // namespace DaemonRpc
