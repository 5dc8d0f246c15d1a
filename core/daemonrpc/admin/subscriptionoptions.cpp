#include <daemonrpc/admin/subscriptionoptions.h>
#include <daemonrpc/jsonrpc/rpcparams.h>

#include <QJsonArray>

namespace DaemonRpc {

static constexpr qsizetype maxTopics = 32;
static constexpr qsizetype maxTopicCharacters = 64;

static Result<qint64> numberWithin(const RpcParams &params, QStringView name, qint64 fallback, qint64 least,
                                   qint64 most)
{
    const Result<qint64> number = params.integer(name, fallback);
    if (number && (*number < least || *number > most)) {
        return unexpected(
            ErrorCode::InvalidArgument,
            QStringLiteral("parameter \"%1\" must be from %2 to %3").arg(name).arg(least).arg(most));
    }
    return number;
}

static Result<QStringList> topicsIn(const RpcParams &params)
{
    if (!params.contains(u"topics"))
        return SubscriptionOptions::standardTopics();
    const Result<QJsonArray> array = params.array(u"topics");
    if (!array)
        return unexpected(array.error());
    QStringList topics;
    for (const QJsonValueConstRef element : *array) {
        const QString topic = element.toString();
        if (topic.isEmpty() || topic.size() > maxTopicCharacters || topics.size() >= maxTopics) {
            return unexpected(
                ErrorCode::InvalidArgument,
                QStringLiteral("parameter \"topics\" must be an array of at most %1 names").arg(maxTopics));
        }
        if (!topics.contains(topic))
            topics.append(topic);
    }
    return topics;
}

QStringList SubscriptionOptions::standardTopics()
{
    return {QStringLiteral("daemon"),  QStringLiteral("process"),  QStringLiteral("workers"),
            QStringLiteral("health"),  QStringLiteral("commands"), QStringLiteral("connections"),
            QStringLiteral("requests")};
}

QJsonObject SubscriptionOptions::toJson() const
{
    return {
        {QStringLiteral("topics"), QJsonArray::fromStringList(topics)},
        {QStringLiteral("interval_ms"), static_cast<qint64>(interval.count())},
        {QStringLiteral("history"), history},
        {QStringLiteral("log_level"), logLevel},
        {QStringLiteral("log_lines"), logLines},
    };
}

Result<SubscriptionOptions> SubscriptionOptions::fromJson(const QJsonObject &json)
{
    const RpcParams params{QJsonValue(json)};
    SubscriptionOptions options;
    const Result<QStringList> topics = topicsIn(params);
    if (!topics)
        return unexpected(topics.error());
    const Result<qint64> interval = numberWithin(params, u"interval_ms", options.interval.count(),
                                                 minInterval.count(), maxInterval.count());
    if (!interval)
        return unexpected(interval.error());
    const Result<qint64> history = numberWithin(params, u"history", options.history, 0, maxHistory);
    if (!history)
        return unexpected(history.error());
    const Result<qint64> logLines = numberWithin(params, u"log_lines", options.logLines, 0, maxLogLines);
    if (!logLines)
        return unexpected(logLines.error());
    const Result<QString> logLevel = params.string(u"log_level", options.logLevel);
    if (!logLevel)
        return unexpected(logLevel.error());
    const QStringList levels{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                             QStringLiteral("error")};
    if (!levels.contains(*logLevel)) {
        return unexpected(
            ErrorCode::InvalidArgument,
            QStringLiteral("log_level must be one of %1").arg(levels.join(QStringLiteral(", "))));
    }
    options.topics = *topics;
    options.interval = std::chrono::milliseconds(*interval);
    options.history = *history;
    options.logLevel = *logLevel;
    options.logLines = *logLines;
    return options;
}

} // namespace DaemonRpc
