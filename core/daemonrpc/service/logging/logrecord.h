// One line of the log, as a value.
#pragma once

#include <daemonrpc/base/peercredentials.h>
#include <daemonrpc/base/result.h>
#include <daemonrpc/service/export.h>

#include <QByteArray>
#include <QList>
#include <QString>
#include <QtGlobal>

#include <optional>

namespace DaemonRpc {

/// How grave a line is, in rising order.
enum class LogLevel { Debug, Info, Warning, Error, Fatal };

/// "debug", "info", "warning", "error", "fatal".
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QString logLevelName(LogLevel level);

/// The level that @p name means, "fatal" being none that can be asked for. Errors: InvalidArgument.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT Result<LogLevel> logLevelFromName(const QString &name);

[[nodiscard]] DAEMONRPC_SERVICE_EXPORT LogLevel logLevelOf(QtMsgType type);

/// One line. Value. The message is as it was said: nothing is escaped yet; only its length is limited, see
/// LogService::maxMessageBytes.
struct LogRecord
{
    qint64 timeMs = 0; ///< Milliseconds since the epoch.
    LogLevel level = LogLevel::Info;
    QByteArray category;
    qint64 pid = 0;
    qint64 threadId = 0;   ///< The kernel's, gettid(2).
    quint64 requestId = 0; ///< 0: the line belongs to no request.
    std::optional<PeerCredentials> peer;
    QString message;
    qint64 omittedBytes = 0; ///< Bytes of UTF-8 that were cut off the message.
};

/// Which lines are wanted. Value.
struct LogFilter
{
    LogLevel minimum = LogLevel::Debug;
    quint64 requestId = 0; ///< 0: of any, or none.

    [[nodiscard]] bool accepts(const LogRecord &record) const
    {
        return record.level >= minimum && (requestId == 0 || record.requestId == requestId);
    }
};

/// What came after a point in the log. Value.
struct LogNews
{
    QList<LogRecord> records; ///< Oldest first.
    quint64 lost = 0;         ///< Lines of any level that are not remembered any more.
};

} // namespace DaemonRpc
