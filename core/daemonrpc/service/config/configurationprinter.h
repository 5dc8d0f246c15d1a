// A configuration as a file.
#pragma once

#include <daemonrpc/service/config/loadedconfiguration.h>
#include <daemonrpc/service/export.h>

namespace DaemonRpc {

/// Every effective value as YAML, each followed by a comment with its origin. A daemon that is given this
/// file alone has the same configuration.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QByteArray printedConfiguration(const LoadedConfiguration &loaded);

} // namespace DaemonRpc
