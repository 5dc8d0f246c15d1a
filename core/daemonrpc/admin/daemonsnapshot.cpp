#include "jsonreader_p.h"

#include <daemonrpc/admin/daemonsnapshot.h>

namespace DaemonRpc {

QJsonObject DaemonSnapshot::toJson() const
{
    return {
        {u"daemon_id", daemonId},
        {u"state", state},
        {u"pid", pid},
        {u"uid", uid},
        {u"version", version},
        {u"build_timestamp_ms", buildTimestampMs},
        {u"build_id", buildId},
        {u"started_at_ms", startedAtMs},
        {u"uptime_ms", uptimeMs},
        {u"running_requests", runningRequests},
        {u"queued_requests", queuedRequests},
        {u"finished_requests", finishedRequests},
        {u"connections", connections},
        {u"accepted_connections", acceptedConnections},
        {u"quarantined_workers", quarantinedWorkers},
        {u"recent_hand_overs", recentHandOvers},
        {u"socket_path", socketPath},
        {u"log_path", logPath},
    };
}

Result<DaemonSnapshot> DaemonSnapshot::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    DaemonSnapshot snapshot;
    snapshot.daemonId = reader.string(u"daemon_id");
    snapshot.state = reader.string(u"state");
    snapshot.pid = reader.integer(u"pid");
    snapshot.uid = reader.integer(u"uid");
    snapshot.version = reader.string(u"version");
    snapshot.buildTimestampMs = reader.integer(u"build_timestamp_ms");
    snapshot.buildId = reader.string(u"build_id");
    snapshot.startedAtMs = reader.integer(u"started_at_ms");
    snapshot.uptimeMs = reader.integer(u"uptime_ms");
    snapshot.runningRequests = reader.integer(u"running_requests");
    snapshot.queuedRequests = reader.integer(u"queued_requests");
    snapshot.finishedRequests = reader.integer(u"finished_requests");
    snapshot.connections = reader.integer(u"connections");
    snapshot.acceptedConnections = reader.integer(u"accepted_connections");
    snapshot.quarantinedWorkers = reader.integer(u"quarantined_workers");
    snapshot.recentHandOvers = reader.integer(u"recent_hand_overs");
    snapshot.socketPath = reader.string(u"socket_path");
    snapshot.logPath = reader.string(u"log_path");
    if (reader.error())
        return unexpected(*reader.error());
    return snapshot;
}

} // namespace DaemonRpc
