#include "jsonreader_p.h"

#include <daemonrpc/admin/connectionsnapshot.h>

namespace DaemonRpc {

ConnectionSnapshot ConnectionSnapshot::fromRecord(const ConnectionRecord &record)
{
    ConnectionSnapshot snapshot;
    snapshot.id = static_cast<qint64>(record.id);
    snapshot.state = connectionStateName(record.state);
    if (record.peer.credentials) {
        snapshot.peerUid = record.peer.credentials->uid;
        snapshot.peerPid = record.peer.credentials->pid;
    }
    snapshot.dialect = dialectName(record.dialect);
    snapshot.role = roleName(record.peer.role);
    snapshot.peerProgram = record.peerProgram;
    snapshot.remoteAddress = record.peer.remoteAddress;
    snapshot.certificateName = record.peer.certificateName;
    snapshot.connectedAtMs = record.connectedAtMs;
    snapshot.lastActivityAtMs = record.lastActivityAtMs;
    snapshot.closedAtMs = record.closedAtMs;
    snapshot.requestId = static_cast<qint64>(record.requestId);
    snapshot.requests = static_cast<qint64>(record.requests);
    snapshot.bytesReceived = record.bytesReceived;
    snapshot.bytesSent = record.bytesSent;
    snapshot.bytesPending = record.bytesPending;
    return snapshot;
}

QJsonObject ConnectionSnapshot::toJson() const
{
    return {
        {QStringLiteral("id"), id},
        {QStringLiteral("state"), state},
        {QStringLiteral("dialect"), dialect},
        {QStringLiteral("role"), role},
        {QStringLiteral("peer_uid"), peerUid},
        {QStringLiteral("peer_pid"), peerPid},
        {QStringLiteral("peer_program"), peerProgram},
        {QStringLiteral("remote_address"), remoteAddress},
        {QStringLiteral("certificate_name"), certificateName},
        {QStringLiteral("connected_at_ms"), connectedAtMs},
        {QStringLiteral("last_activity_at_ms"), lastActivityAtMs},
        {QStringLiteral("closed_at_ms"), closedAtMs},
        {QStringLiteral("request_id"), requestId},
        {QStringLiteral("requests"), requests},
        {QStringLiteral("bytes_received"), bytesReceived},
        {QStringLiteral("bytes_sent"), bytesSent},
        {QStringLiteral("bytes_pending"), bytesPending},
    };
}

Result<ConnectionSnapshot> ConnectionSnapshot::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    ConnectionSnapshot snapshot;
    snapshot.id = reader.integer(u"id");
    snapshot.state = reader.string(u"state");
    snapshot.dialect = reader.string(u"dialect");
    snapshot.role = reader.string(u"role");
    snapshot.peerUid = reader.integer(u"peer_uid");
    snapshot.peerPid = reader.integer(u"peer_pid");
    snapshot.peerProgram = reader.string(u"peer_program");
    snapshot.remoteAddress = reader.string(u"remote_address");
    snapshot.certificateName = reader.string(u"certificate_name");
    snapshot.connectedAtMs = reader.integer(u"connected_at_ms");
    snapshot.lastActivityAtMs = reader.integer(u"last_activity_at_ms");
    snapshot.closedAtMs = reader.integer(u"closed_at_ms");
    snapshot.requestId = reader.integer(u"request_id");
    snapshot.requests = reader.optionalInteger(u"requests");
    snapshot.bytesReceived = reader.integer(u"bytes_received");
    snapshot.bytesSent = reader.integer(u"bytes_sent");
    snapshot.bytesPending = reader.integer(u"bytes_pending");
    if (reader.error())
        return unexpected(*reader.error());
    return snapshot;
}

} // namespace DaemonRpc
