// What the method health.check says, for people.
#pragma once

#include "printers/table.h"

#include <QJsonObject>

namespace DaemonRpc::Cli {

/// One row per check of @p report: name, status, how long it has had that at @p nowMs (milliseconds since the
/// epoch), and what was found. What the report does not say is shown as "-".
[[nodiscard]] Table healthTable(const QJsonObject &report, qint64 nowMs);

} // namespace DaemonRpc::Cli
