// Families in a registry, as the definitions describe them.
#pragma once

#include "metricid_p.h"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

namespace DaemonRpc {

[[nodiscard]] inline prometheus::Family<prometheus::Counter> &counterFamily(prometheus::Registry &registry,
                                                                            MetricId id)
{
    const MetricDefinition &definition = metricDefinition(id);
    return prometheus::BuildCounter().Name(definition.name).Help(definition.help).Register(registry);
}

[[nodiscard]] inline prometheus::Family<prometheus::Histogram> &
histogramFamily(prometheus::Registry &registry, MetricId id)
{
    const MetricDefinition &definition = metricDefinition(id);
    return prometheus::BuildHistogram().Name(definition.name).Help(definition.help).Register(registry);
}

} // namespace DaemonRpc
