// Where a program may lie.
#pragma once

#include <daemonrpc/handler/process/processspec.h>

namespace DaemonRpc {

/// The paths to try in order, by the rules of execvp(3): a program with a slash is itself; else one path per
/// entry of the PATH in the specification's environment (an empty entry is the working directory).
[[nodiscard]] QByteArrayList programCandidates(const ProcessSpec &spec);

} // namespace DaemonRpc
