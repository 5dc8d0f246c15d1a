// A configuration and where each of its values comes from.
#pragma once

#include <daemonrpc/service/config/configurationorigin.h>
#include <daemonrpc/service/config/serviceconfiguration.h>

namespace DaemonRpc {

/// The result of a ConfigurationLoader. Value.
struct LoadedConfiguration
{
    ServiceConfiguration configuration;
    /// By path: "performance.grace_ms", "commands.NAME.warm". What is missing is a default.
    QMap<QString, ConfigurationOrigin> origins;

    [[nodiscard]] ConfigurationOrigin origin(const QString &path) const { return origins.value(path); }
};

} // namespace DaemonRpc
