#include <daemonrpc/admin/loglinesnapshot.h>
#include <daemonrpc/service/logging/logsource.h>

namespace DaemonRpc {

static LogFilter filterOf(const SubscriptionOptions &options)
{
    LogFilter filter;
    filter.minimum = logLevelFromName(options.logLevel).value_or(LogLevel::Info);
    return filter;
}

static QJsonArray linesOf(const QList<LogRecord> &records)
{
    QJsonArray lines;
    for (const LogRecord &record : records) {
        lines.append(
            LogLineSnapshot{record.timeMs, logLevelName(record.level), QString::fromUtf8(record.category),
                            static_cast<qint64>(record.requestId), record.message, record.omittedBytes}
                .toJson());
    }
    return lines;
}

EventSource::News LogSource::since(quint64 known, const SubscriptionOptions &options) const
{
    const LogNews news = m_service.recentSince(known, filterOf(options));
    return {linesOf(news.records), news.lost};
}

QJsonArray LogSource::first(const SubscriptionOptions &options) const
{
    return linesOf(m_service.recent(static_cast<int>(options.logLines), filterOf(options)));
}

} // namespace DaemonRpc
