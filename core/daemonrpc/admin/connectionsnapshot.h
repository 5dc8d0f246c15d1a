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
    QString state;               ///< As connectionStateName().
    QString dialect;             ///< As dialectName().
    QString role;                ///< As roleName().
    qint64 peerUid = -1;         ///< -1 when unknown.
    qint64 peerPid = -1;         ///< -1 when unknown.
    QString peerProgram;         ///< The name of the peer's process; empty when unknown.
    QString remoteAddress;       ///< Empty for a local peer.
    QString certificateName;     ///< Empty without a client certificate.
    qint64 connectedAtMs = 0;    ///< Milliseconds since the epoch.
    qint64 lastActivityAtMs = 0; ///< When the peer last sent something; milliseconds since the epoch.
    qint64 closedAtMs = 0;       ///< 0 while it is open.
    qint64 requestId = 0;        ///< 0 for none.
    /// Commands, JSON-RPC calls and HTTP requests that it has made; 0 from daemons of older versions.
    qint64 requests = 0;
    qint64 bytesReceived = 0;
    qint64 bytesSent = 0;
    qint64 bytesPending = 0;

    static ConnectionSnapshot fromRecord(const ConnectionRecord &record);
    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<ConnectionSnapshot> fromJson(const QJsonObject &json);

    [[nodiscard]] bool isClosed() const { return closedAtMs > 0; }

    friend bool operator==(const ConnectionSnapshot &, const ConnectionSnapshot &) = default;
};

} // namespace DaemonRpc
