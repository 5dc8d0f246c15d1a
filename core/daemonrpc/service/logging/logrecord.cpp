#include <daemonrpc/service/logging/logrecord.h>

namespace DaemonRpc {

QString logLevelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return QStringLiteral("debug");
    case LogLevel::Info: return QStringLiteral("info");
    case LogLevel::Warning: return QStringLiteral("warning");
    case LogLevel::Error: return QStringLiteral("error");
    case LogLevel::Fatal: return QStringLiteral("fatal");
    }
    return {};
}

Result<LogLevel> logLevelFromName(const QString &name)
{
    for (const LogLevel level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error}) {
        if (name == logLevelName(level))
            return level;
    }
    return unexpected(ErrorCode::InvalidArgument,
                      QStringLiteral("\"%1\" is no log level; there are debug, info, warning and error")
                          .arg(name.left(100).simplified()));
}

LogLevel logLevelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return LogLevel::Debug;
    case QtInfoMsg: return LogLevel::Info;
    case QtWarningMsg: return LogLevel::Warning;
    case QtCriticalMsg: return LogLevel::Error;
    case QtFatalMsg: return LogLevel::Fatal;
    }
    return LogLevel::Error;
}

} // namespace DaemonRpc
