#include <daemonrpc/jsonrpc/methodregistry.h>
#include <daemonrpc/service/logging/logmethods.h>

#include <QJsonArray>
#include <QJsonObject>

namespace DaemonRpc {

namespace {

QJsonObject toJson(const LogRecord &record)
{
    QJsonObject object{{QStringLiteral("time_ms"), record.timeMs},
                       {QStringLiteral("level"), logLevelName(record.level)},
                       {QStringLiteral("category"), QString::fromUtf8(record.category)},
                       {QStringLiteral("pid"), record.pid},
                       {QStringLiteral("tid"), record.threadId},
                       {QStringLiteral("message"), record.message}};
    if (record.requestId != 0)
        object.insert(QStringLiteral("request"), static_cast<qint64>(record.requestId));
    if (record.peer) {
        object.insert(QStringLiteral("peer"),
                      QJsonObject{{QStringLiteral("uid"), static_cast<qint64>(record.peer->uid)},
                                  {QStringLiteral("pid"), record.peer->pid}});
    }
    if (record.omittedBytes > 0)
        object.insert(QStringLiteral("omitted_bytes"), record.omittedBytes);
    return object;
}

Result<QJsonValue> setLevel(LogService &service, const RpcParams &params)
{
    const Result<QString> level = params.string(u"level");
    if (!level)
        return unexpected(level.error());
    const Result<QString> category = params.string(u"category", QStringLiteral("all"));
    if (!category)
        return unexpected(category.error());
    if (const Result<void> done = service.setLevel(*category, *level); !done)
        return unexpected(done.error());
    QJsonObject levels;
    const QMap<QString, QString> set = service.levels();
    for (auto it = set.constBegin(); it != set.constEnd(); ++it)
        levels.insert(it.key(), it.value());
    return levels;
}

Result<QJsonValue> tail(const LogService &service, const RpcParams &params)
{
    const Result<qint64> lines = params.integer(u"lines", LogMethods::defaultLines);
    if (!lines)
        return unexpected(lines.error());
    if (*lines < 0)
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("parameter \"lines\" must not be negative"));
    const Result<QString> level = params.string(u"level", QStringLiteral("debug"));
    if (!level)
        return unexpected(level.error());
    const Result<LogLevel> minimum = logLevelFromName(*level);
    if (!minimum)
        return unexpected(minimum.error());
    const Result<qint64> request = params.integer(u"request", 0);
    if (!request)
        return unexpected(request.error());
    if (*request < 0)
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("parameter \"request\" must not be negative"));
    const int count = static_cast<int>(qMin<qint64>(*lines, LogService::maxRecentLines));
    QJsonArray array;
    for (const LogRecord &record : service.recent(count, {*minimum, static_cast<quint64>(*request)}))
        array.append(toJson(record));
    return array;
}

} // namespace

void LogMethods::addTo(MethodRegistry &methods, LogService &service)
{
    methods.addSync(
        {QStringLiteral("log.set_level"),
         QStringLiteral("Sets how much is logged, until the next reload."),
         {{QStringLiteral("level"), RpcType::String, true, QStringLiteral("debug, info, warning or error.")},
          {QStringLiteral("category"), RpcType::String, false,
           QStringLiteral("\"server\", \"daemonrpc.server\" …; all of them when left out.")}},
         QStringLiteral("An object: the levels by category.")},
        [&service](const RpcParams &params, const RpcPeer &) { return setLevel(service, params); });
    methods.addSync(
        {QStringLiteral("log.tail"),
         QStringLiteral("Returns the latest lines of the log, of at most 1000 that are remembered."),
         {{QStringLiteral("lines"), RpcType::Integer, false, QStringLiteral("How many; 100 when left out.")},
          {QStringLiteral("level"), RpcType::String, false, QStringLiteral("Of this level or graver.")},
          {QStringLiteral("request"), RpcType::Integer, false, QStringLiteral("Of this request only.")}},
         QStringLiteral(
             "An array of objects, oldest first: time_ms, level, category, pid, tid, request, peer, "
             "message, omitted_bytes."),
         Role::ReadOnly},
        [&service](const RpcParams &params, const RpcPeer &) { return tail(service, params); });
}

} // namespace DaemonRpc
