#include "jsonreader_p.h"

#include <daemonrpc/admin/daemonsnapshot.h>

namespace DaemonRpc {

QJsonObject DaemonSnapshot::toJson() const
{
    return {
        {QStringLiteral("daemon_id"), daemonId},
        {QStringLiteral("state"), state},
        {QStringLiteral("pid"), pid},
        {QStringLiteral("uid"), uid},
        {QStringLiteral("version"), version},
        {QStringLiteral("build_timestamp_ms"), buildTimestampMs},
        {QStringLiteral("build_id"), buildId},
        {QStringLiteral("started_at_ms"), startedAtMs},
        {QStringLiteral("uptime_ms"), uptimeMs},
        {QStringLiteral("running_requests"), runningRequests},
        {QStringLiteral("queued_requests"), queuedRequests},
        {QStringLiteral("finished_requests"), finishedRequests},
        {QStringLiteral("connections"), connections},
        {QStringLiteral("accepted_connections"), acceptedConnections},
        {QStringLiteral("quarantined_workers"), quarantinedWorkers},
        {QStringLiteral("recent_hand_overs"), recentHandOvers},
        {QStringLiteral("is_restarting"), isRestarting},
        {QStringLiteral("reloaded_at_ms"), reloadedAtMs},
        {QStringLiteral("reload_error"), reloadError},
        {QStringLiteral("socket_path"), socketPath},
        {QStringLiteral("log_path"), logPath},
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
    snapshot.isRestarting = reader.boolean(u"is_restarting");
    snapshot.reloadedAtMs = reader.integer(u"reloaded_at_ms");
    snapshot.reloadError = reader.string(u"reload_error");
    snapshot.socketPath = reader.string(u"socket_path");
    snapshot.logPath = reader.string(u"log_path");
    if (reader.error())
        return unexpected(*reader.error());
    return snapshot;
}

} // namespace DaemonRpc
