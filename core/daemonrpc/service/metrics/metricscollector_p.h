// The workings of MetricsCollector.
#pragma once

#include "metricfamilies_p.h"
#include "requestmetrics_p.h"

#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/service/metrics/metricscollector.h>

#include <QPointer>

namespace DaemonRpc {

class MetricsCollector::Private
{
public:
    explicit Private(const MetricsSources &from);

    /// All families, in the order of the definitions.
    [[nodiscard]] MetricFamilies collect() const;

    const MetricsSources sources;
    QPointer<HealthService> health; // may be gone before the collector
    prometheus::Registry registry;
    RequestMetrics requests;
    prometheus::Family<prometheus::Counter> &httpRequests;
    prometheus::Histogram &loopLag;

private:
    void readRequests(MetricFamilies *families) const;
    void readConnections(MetricFamilies *families) const;
    void readCalls(MetricFamilies *families) const;
    void readWorkers(MetricFamilies *families) const;
    void readCommands(MetricFamilies *families) const;
    void readHealth(MetricFamilies *families) const;
    void readDaemon(MetricFamilies *families) const;
    static void readProcess(MetricFamilies *families);
};

} // namespace DaemonRpc
