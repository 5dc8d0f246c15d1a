// What a daemon tells about one line of its log.
#pragma once

#include <daemonrpc/base/result.h>

#include <QJsonObject>
#include <QString>

namespace DaemonRpc {

/// One line of a daemon's log. Value; an element of the result of log.tail and of a DaemonEvent.
struct DAEMONRPC_EXPORT LogLineSnapshot
{
    qint64 timeMs = 0; ///< Milliseconds since the epoch.
    QString level;     ///< "debug", "info", "warning", "error" or "fatal".
    QString category;
    qint64 requestId = 0; ///< 0: the line belongs to no request.
    QString message;
    qint64 omittedBytes = 0; ///< That were cut off the message.

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing (but "request" and "omitted_bytes", which are
    /// left out when they are 0) or of another type.
    static Result<LogLineSnapshot> fromJson(const QJsonObject &json);

    friend bool operator==(const LogLineSnapshot &, const LogLineSnapshot &) = default;
};

} // namespace DaemonRpc
