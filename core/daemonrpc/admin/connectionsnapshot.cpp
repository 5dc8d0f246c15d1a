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
    snapshot.connectedAtMs = record.connectedAtMs;
    snapshot.requestId = static_cast<qint64>(record.requestId);
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
        {QStringLiteral("peer_uid"), peerUid},
        {QStringLiteral("peer_pid"), peerPid},
        {QStringLiteral("connected_at_ms"), connectedAtMs},
        {QStringLiteral("request_id"), requestId},
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
    snapshot.peerUid = reader.integer(u"peer_uid");
    snapshot.peerPid = reader.integer(u"peer_pid");
    snapshot.connectedAtMs = reader.integer(u"connected_at_ms");
    snapshot.requestId = reader.integer(u"request_id");
    snapshot.bytesReceived = reader.integer(u"bytes_received");
    snapshot.bytesSent = reader.integer(u"bytes_sent");
    snapshot.bytesPending = reader.integer(u"bytes_pending");
    if (reader.error())
        return unexpected(*reader.error());
    return snapshot;
}

} // namespace DaemonRpc
