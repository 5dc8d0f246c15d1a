// daemon-rpcd, put together.
#pragma once

#include "daemon/daemonarguments.h"

namespace DaemonRpc {

/// Runs daemon-rpcd as @p arguments say and returns its exit status: 0, or 1 when it could not start. Needs a
/// QCoreApplication; runs its event loop.
int runDaemonProgram(const DaemonArguments &arguments);

} // namespace DaemonRpc
