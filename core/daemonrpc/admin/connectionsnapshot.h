// What a daemon tells about one connection.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/server/connectionrecord.h>

#include <QJsonObject>
#include <QString>

namespace DaemonRpc {

/// The state of one connection. Value; an element of the result of daemon.connections.
struct DAEMONRPC_EXPORT ConnectionSnapshot
{
    qint64 id = 0;
    QString state;            ///< As connectionStateName().
    qint64 peerUid = -1;      ///< -1 when unknown.
    qint64 peerPid = -1;      ///< -1 when unknown.
    qint64 connectedAtMs = 0; ///< Milliseconds since the epoch.
    qint64 requestId = 0;     ///< 0 for none.
    qint64 bytesReceived = 0;
    qint64 bytesSent = 0;
    qint64 bytesPending = 0;

    static ConnectionSnapshot fromRecord(const ConnectionRecord &record);
    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<ConnectionSnapshot> fromJson(const QJsonObject &json);

    friend bool operator==(const ConnectionSnapshot &, const ConnectionSnapshot &) = default;
};

} // namespace DaemonRpc
