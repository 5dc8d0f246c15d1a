#include <daemonrpc/service/config/daemonoptionsmapping.h>

namespace DaemonRpc {

void applyConfiguration(const ServiceConfiguration &configuration, DaemonOptions &options)
{
    const Limits defaults;
    Limits &limits = options.limits;
    options.idleExit = configuration.daemon.idleExit;
    options.stopTimeout = configuration.performance.shutdownTimeout;
    limits.workerCount = configuration.workers.count;
    limits.maxQueueLength = configuration.workers.queueSize;
    limits.maxConnections = configuration.performance.maxConnections;
    limits.maxConnectionsPerUser = limits.maxConnections == defaults.maxConnections
                                       ? defaults.maxConnectionsPerUser
                                       : limits.maxConnections;
    limits.grace = configuration.performance.grace;
    limits.highWaterBytes = configuration.performance.highWaterBytes;
    limits.requestTimeout = configuration.performance.requestTimeout;
    limits.chunkBytes = configuration.performance.chunkBytes;
    limits.maxCommandBytes = configuration.performance.maxCommandBytes;
}

} // namespace DaemonRpc
