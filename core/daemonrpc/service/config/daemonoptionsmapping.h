// From the configuration to the options of a Daemon.
#pragma once

#include <daemonrpc/daemon/daemonoptions.h>
#include <daemonrpc/service/config/serviceconfiguration.h>
#include <daemonrpc/service/export.h>

namespace DaemonRpc {

/// Sets in @p options what @p configuration says of workers, connections, sizes and times: idleExit,
/// stopTimeout and the limits workerCount, maxQueueLength, maxConnections, maxConnectionsPerUser,
/// requestTimeout, grace, highWaterBytes, chunkBytes and maxCommandBytes. One user may have as many
/// connections as there are, unless that is the default. The rest of
/// @p options stays.
DAEMONRPC_SERVICE_EXPORT void applyConfiguration(const ServiceConfiguration &configuration,
                                                 DaemonOptions &options);

} // namespace DaemonRpc
