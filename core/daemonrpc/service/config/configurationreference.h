// The texts that are made from the schema.
#pragma once

#include <daemonrpc/service/export.h>

#include <QByteArray>

namespace DaemonRpc {

/// docs/CONFIGURATION.md
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QByteArray configurationReference();

/// resources/config/daemon.yaml: each key with its description and default, commented out. A line that begins
/// with # and no blank is a key; without the # it says what holds anyway.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QByteArray defaultConfigurationFile();

} // namespace DaemonRpc
