#include <daemonrpc/service/metrics/healthstatistics.h>

namespace DaemonRpc {

QJsonObject HealthStatistics::toJson() const
{
    return {
        {QStringLiteral("total_requests"), totalRequests},
        {QStringLiteral("failed_requests"), failedRequests},
        {QStringLiteral("cancelled_requests"), cancelledRequests},
        {QStringLiteral("running_requests"), runningRequests},
        {QStringLiteral("total_connections"), totalConnections},
        {QStringLiteral("active_connections"), activeConnections},
        {QStringLiteral("received_bytes"), receivedBytes},
        {QStringLiteral("sent_bytes"), sentBytes},
        {QStringLiteral("memory_usage_mb"), memoryUsageMb},
        {QStringLiteral("uptime"), uptimeSeconds},
    };
}

} // namespace DaemonRpc
