// What the doctor says.
#pragma once

#include "doctor/finding.h"

#include <QJsonObject>

namespace DaemonRpc::Cli {

/// The worst status of all.
[[nodiscard]] Finding::Status overallStatus(const Findings &findings);

/// "ok", "warning" or "problem".
[[nodiscard]] QString statusName(Finding::Status status);

/// A table, with what to do under each finding that is not ok; never cut, since it is to be copied.
[[nodiscard]] QString findingsTable(const Findings &findings, bool isColored);

/// `status`, and `checks`: an array of objects with `name`, `status`, `finding`, `fix`.
[[nodiscard]] QJsonObject findingsJson(const Findings &findings);

} // namespace DaemonRpc::Cli
