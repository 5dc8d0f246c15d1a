// What a daemon tells about its workers.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/server/workerpool.h>

#include <QJsonObject>

namespace DaemonRpc {

/// The threads for blocking handlers and the queue in front of them. Value; part of a DaemonEvent.
struct DAEMONRPC_EXPORT WorkersSnapshot
{
    qint64 workers = 0; ///< That may run at a time.
    qint64 busy = 0;
    qint64 quarantined = 0; ///< Lost to handlers that ignore their cancellation; not among the busy ones.
    qint64 queued = 0;      ///< Requests that wait for a worker.
    qint64 maxQueued = 0;

    static WorkersSnapshot fromPool(const WorkerPool &pool);
    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<WorkersSnapshot> fromJson(const QJsonObject &json);

    friend bool operator==(const WorkersSnapshot &, const WorkersSnapshot &) = default;
};

} // namespace DaemonRpc
