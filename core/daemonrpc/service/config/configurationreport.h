// A configuration for those who ask the daemon.
#pragma once

#include <daemonrpc/service/config/loadedconfiguration.h>
#include <daemonrpc/service/export.h>

#include <QJsonObject>

namespace DaemonRpc {

/// Every effective value by its dotted key: `{"performance.grace_ms": {"value": 5000, "origin": "default"},
/// …}`, those of commands as "commands.NAME.KEY". Of environment variables only the names are told: their
/// values are where secrets are kept.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QJsonObject configurationReport(const LoadedConfiguration &loaded);

} // namespace DaemonRpc
