// A daemon in a few numbers.
#pragma once

#include <daemonrpc/service/export.h>

#include <QJsonObject>

namespace DaemonRpc {

/// What the method health.stats tells. Value. All counts are since the start of this process.
struct DAEMONRPC_SERVICE_EXPORT HealthStatistics
{
    qint64 totalRequests = 0;     ///< Running ones included.
    qint64 failedRequests = 0;    ///< Ended with an error, a signal or another exit code than 0.
    qint64 cancelledRequests = 0; ///< Ended because they were asked to; not among the failed ones.
    qint64 runningRequests = 0;
    qint64 totalConnections = 0;
    qint64 activeConnections = 0;
    qint64 receivedBytes = 0;
    qint64 sentBytes = 0;
    double memoryUsageMb = 0; ///< Private memory in MiB.
    double uptimeSeconds = 0;

    /// `{"total_requests": …, "failed_requests": …, "cancelled_requests": …, "running_requests": …,
    /// "total_connections": …, "active_connections": …, "received_bytes": …, "sent_bytes": …,
    /// "memory_usage_mb": …, "uptime": …}`, the uptime in seconds.
    [[nodiscard]] QJsonObject toJson() const;

    friend bool operator==(const HealthStatistics &, const HealthStatistics &) = default;
};

} // namespace DaemonRpc
