#include "jsonreader_p.h"

#include <daemonrpc/admin/connectionsnapshot.h>

namespace DaemonRpc {

ConnectionSnapshot ConnectionSnapshot::fromRecord(const ConnectionRecord &record)
{
    ConnectionSnapshot snapshot;
    snapshot.id = static_cast<qint64>(record.id);
    snapshot.state = connectionStateName(record.state);
    if (record.peer) {
        snapshot.peerUid = record.peer->uid;
        snapshot.peerPid = record.peer->pid;
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
        {u"id", id},
        {u"state", state},
        {u"peer_uid", peerUid},
        {u"peer_pid", peerPid},
        {u"connected_at_ms", connectedAtMs},
        {u"request_id", requestId},
        {u"bytes_received", bytesReceived},
        {u"bytes_sent", bytesSent},
        {u"bytes_pending", bytesPending},
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
