// The metrics by name, within the room.
#pragma once

#include <daemonrpc/service/metrics/metricdefinition.h>

namespace DaemonRpc {

/// In the order of metricDefinitions().
enum class MetricId {
    RequestsTotal,
    RequestErrorsTotal,
    RequestDurationSeconds,
    OutputBytesTotal,
    RequestsRunning,
    CommandRequests,
    CancellationsTotal,
    CancellationLatencySeconds,
    ConnectionsTotal,
    ConnectionsRefusedTotal,
    ConnectionsViolatedTotal,
    Connections,
    ReceivedBytesTotal,
    SentBytesTotal,
    PendingBytes,
    HttpRequestsTotal,
    RpcCallsTotal,
    Workers,
    WorkersBusy,
    WorkersQuarantined,
    WorkerQueueLength,
    WorkerQueueLimit,
    EventLoopLagSeconds,
    WarmPoolHitsTotal,
    WarmPoolMissesTotal,
    WarmPoolDiedTotal,
    WarmPoolReplacedTotal,
    WarmPoolCopies,
    LogDroppedLinesTotal,
    HealthStatus,
    HealthCheckStatus,
    RestartAttempts,
    State,
    BuildInfo,
    UptimeSeconds,
    PrivateMemoryBytes,
    ProcessResidentMemoryBytes,
    ProcessCpuSecondsTotal,
    ProcessOpenFds,
    ProcessMaxFds,
    ProcessStartTimeSeconds,
    Count,
};

[[nodiscard]] inline const MetricDefinition &metricDefinition(MetricId id)
{
    return metricDefinitions()[static_cast<qsizetype>(id)];
}

} // namespace DaemonRpc
