// daemon-rpcd, put together.
#pragma once

#include "daemon/daemonarguments.h"

namespace DaemonRpc {

class ProcessTitle;

/// Runs daemon-rpcd as @p arguments say and returns its exit status: 0, or 1 when it could not start. Needs a
/// QCoreApplication; runs its event loop. @p title, when there is one, shows the state in ps(1).
int runDaemonProgram(const DaemonArguments &arguments, ProcessTitle *title = nullptr);

} // namespace DaemonRpc
