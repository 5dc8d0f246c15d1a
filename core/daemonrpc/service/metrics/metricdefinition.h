// What one metric is called and what it says.
#pragma once

#include <daemonrpc/service/export.h>

#include <QByteArray>
#include <QList>

namespace DaemonRpc {

/// One family of series, as the exposition format of Prometheus knows it. Value.
struct MetricDefinition
{
    enum class Type { Counter, Gauge, Histogram };

    const char *name;
    Type type;
    const char *labels; ///< Names, separated by blanks; empty for a single series.
    const char *help;   ///< A sentence without its period; names the values of labels that are a closed set.
};

/// "counter", "gauge" or "histogram".
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QByteArray metricTypeName(MetricDefinition::Type type);

/// Every metric that a daemon can have, in the order of the documentation. Names follow
/// https://prometheus.io/docs/practices/naming/.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT const QList<MetricDefinition> &metricDefinitions();

/// The text of docs/METRICS.md.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QByteArray metricsReference();

} // namespace DaemonRpc
