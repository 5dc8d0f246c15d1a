// Metrics for people.
#pragma once

#include "printers/table.h"

#include <QJsonArray>

namespace DaemonRpc::Cli {

/// The result of the method `metrics` as JSON, one line per series; of histograms the count and the mean.
[[nodiscard]] Table metricsTable(const QJsonArray &metrics);

} // namespace DaemonRpc::Cli
