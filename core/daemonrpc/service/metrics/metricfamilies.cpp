#include "metricfamilies_p.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace DaemonRpc {

void MetricFamilies::add(MetricId id, double value, const Labels &labels)
{
    const MetricDefinition &definition = metricDefinition(id);
    const bool isCounter = definition.type == MetricDefinition::Type::Counter;
    if (m_families.empty() || m_families.back().name != definition.name) {
        prometheus::MetricFamily family;
        family.name = definition.name;
        family.help = definition.help;
        family.type = isCounter ? prometheus::MetricType::Counter : prometheus::MetricType::Gauge;
        m_families.push_back(std::move(family));
    }
    prometheus::ClientMetric &metric = m_families.back().metric.emplace_back();
    for (const auto &[name, content] : labels)
        metric.label.push_back({name, content});
    (isCounter ? metric.counter.value : metric.gauge.value) = value;
}

void MetricFamilies::append(std::vector<prometheus::MetricFamily> families)
{
    m_families.insert(m_families.end(), std::make_move_iterator(families.begin()),
                      std::make_move_iterator(families.end()));
}

void MetricFamilies::sort()
{
    std::unordered_map<std::string, qsizetype> places;
    for (const MetricDefinition &definition : metricDefinitions())
        places.emplace(definition.name, static_cast<qsizetype>(places.size()));
    std::stable_sort(m_families.begin(), m_families.end(), [&places](const auto &left, const auto &right) {
        return places[left.name] < places[right.name];
    });
    // A registry keeps series in no order; text that is the same for the same state is easier on everybody.
    for (prometheus::MetricFamily &family : m_families) {
        std::sort(family.metric.begin(), family.metric.end(),
                  [](const auto &left, const auto &right) { return left.label < right.label; });
    }
}

} // namespace DaemonRpc
