#include <daemonrpc/jsonrpc/enginesnapshot.h>

#include <QJsonArray>

namespace DaemonRpc {

QJsonObject EngineCallSnapshot::toJson() const
{
    return QJsonObject{{QStringLiteral("method"), method},
                       {QStringLiteral("caller"), caller},
                       {QStringLiteral("connection_id"), static_cast<qint64>(connectionId)},
                       {QStringLiteral("age_ms"), static_cast<qint64>(age.count())},
                       {QStringLiteral("cancelled"), isCancelled}};
}

QJsonObject EngineSnapshot::toJson() const
{
    QJsonArray calls;
    for (const EngineCallSnapshot &call : waiting)
        calls.append(call.toJson());
    return QJsonObject{
        {QStringLiteral("name"), name},
        {QStringLiteral("running"), running ? QJsonValue(running->toJson()) : QJsonValue()},
        {QStringLiteral("waiting"), calls},
        {QStringLiteral("waiting_count"), waiting.size()},
        {QStringLiteral("max_waiting"), maxWaiting},
        {QStringLiteral("served_count"), static_cast<qint64>(servedCount)},
    };
}

} // namespace DaemonRpc
