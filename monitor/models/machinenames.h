// The names that daemons give to states, kinds and reasons.
#pragma once

#include <QString>

namespace DaemonRpc::Monitor {

/// What @p machineName is called, marked for translation in the context "MachineNames"; null for an unknown
/// one.
[[nodiscard]] const char *knownMachineName(const QString &machineName);

} // namespace DaemonRpc::Monitor
