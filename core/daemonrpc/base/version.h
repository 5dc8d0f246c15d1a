// Which daemon-rpc this is.
#pragma once

#include <daemonrpc/base/export.h>

#include <QString>

namespace DaemonRpc {

/// The version of the library, "major.minor.patch" (semver.org). Thread-safe.
[[nodiscard]] DAEMONRPC_EXPORT QString libraryVersion();

} // namespace DaemonRpc
