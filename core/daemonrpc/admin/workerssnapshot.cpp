#include "jsonreader_p.h"

#include <daemonrpc/admin/workerssnapshot.h>

namespace DaemonRpc {

WorkersSnapshot WorkersSnapshot::fromPool(const WorkerPool &pool)
{
    return {pool.workerCount(), pool.runningCount(), pool.quarantinedCount(), pool.queueLength(),
            pool.maxQueueLength()};
}

QJsonObject WorkersSnapshot::toJson() const
{
    return {
        {QStringLiteral("workers"), workers},         {QStringLiteral("busy"), busy},
        {QStringLiteral("quarantined"), quarantined}, {QStringLiteral("queued"), queued},
        {QStringLiteral("max_queued"), maxQueued},
    };
}

Result<WorkersSnapshot> WorkersSnapshot::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    WorkersSnapshot value;
    value.workers = reader.integer(u"workers");
    value.busy = reader.integer(u"busy");
    value.quarantined = reader.integer(u"quarantined");
    value.queued = reader.integer(u"queued");
    value.maxQueued = reader.integer(u"max_queued");
    if (reader.error())
        return unexpected(*reader.error());
    return value;
}

} // namespace DaemonRpc
