#include "logservice_p.h"

#include <daemonrpc/service/logging/logservice.h>

namespace DaemonRpc {

LogService::LogService()
    : d(std::make_unique<Private>())
{
    d->useStandardErrorOnly();
}

LogService::~LogService() { d->uninstall(); }

void LogService::install() { d->install(); }

Result<void> LogService::apply(const ServiceConfiguration::Logging &logging, const LogTargets &targets)
{
    Result<LogLevels> levels = Private::levelsOf(logging);
    if (!levels)
        return unexpected(levels.error());
    const Result<void> opened = d->replaceChannels(logging, targets);
    d->setLevels(*levels);
    return opened;
}

Result<void> LogService::setLevel(const QString &category, const QString &level)
{
    const Result<LogLevel> wanted = logLevelFromName(level);
    if (!wanted)
        return unexpected(wanted.error());
    if (category.size() > 100)
        return unexpected(
            ErrorCode::InvalidArgument,
            QStringLiteral("a category of %1 characters; the limit is 100").arg(category.size()));
    LogLevels levels = d->levels();
    levels.set(category, *wanted);
    if (levels.list().size() > 1000)
        return unexpected(
            ErrorCode::InvalidArgument,
            QStringLiteral("1000 categories have a level already; set all of them with \"all\""));
    d->setLevels(levels);
    return {};
}

bool LogService::toggleDebug()
{
    LogLevels levels = d->levels();
    levels.setDebugging(!levels.isDebugging());
    d->setLevels(levels);
    return levels.isDebugging();
}

QMap<QString, QString> LogService::levels() const { return d->levels().list(); }

QList<LogRecord> LogService::recent(int count, const LogFilter &filter) const
{
    return d->recent(count, filter);
}

quint64 LogService::lineCount() const { return d->lineCount(); }

LogNews LogService::recentSince(quint64 known, const LogFilter &filter) const
{
    return d->recentSince(known, filter);
}

quint64 LogService::droppedLines() const { return d->droppedLines(); }

QString LogService::filePath() const { return d->filePath(); }

} // namespace DaemonRpc
