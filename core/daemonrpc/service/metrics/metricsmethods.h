// The metrics, for those who ask the daemon.
#pragma once

#include <daemonrpc/service/export.h>

namespace DaemonRpc {

class MethodRegistry;
class MetricsCollector;

/// Adds to a daemon's Rpc methods, which may outlive the collector:
/// - `metrics` {format?} returns all metrics, as one text in the format of Prometheus ("text", the default)
/// or
///   as MetricsCollector::json() ("json");
/// - `health.stats` returns MetricsCollector::statistics().
class DAEMONRPC_SERVICE_EXPORT MetricsMethods
{
public:
    static void addTo(MethodRegistry &methods, MetricsCollector &metrics);
};

} // namespace DaemonRpc
