// Families of series, for the serializer.
#pragma once

#include "metricid_p.h"

#include <prometheus/metric_family.h>
#include <string>
#include <utility>
#include <vector>

namespace DaemonRpc {

/// Collects families: values that are read now, and what a registry has counted. Value; thread-bound.
class MetricFamilies
{
public:
    using Labels = std::vector<std::pair<std::string, std::string>>;

    /// One more series of the counter or gauge @p id. Series of one metric come one after the other.
    void add(MetricId id, double value, const Labels &labels = {});

    void append(std::vector<prometheus::MetricFamily> families);

    [[nodiscard]] const std::vector<prometheus::MetricFamily> &all() const { return m_families; }

    /// In the order of the definitions.
    void sort();

private:
    std::vector<prometheus::MetricFamily> m_families;
};

} // namespace DaemonRpc
