// What differs between two configurations.
#pragma once

#include <daemonrpc/service/config/serviceconfiguration.h>
#include <daemonrpc/service/export.h>

#include <QStringList>

namespace DaemonRpc {

/// What a reload changes. Value.
struct DAEMONRPC_SERVICE_EXPORT ConfigurationChange
{
    QStringList applicable;     ///< Keys that take effect now: "performance.grace_ms", "commands.NAME".
    QStringList needingRestart; ///< Keys that wait for a restart.

    [[nodiscard]] bool isEmpty() const { return applicable.isEmpty() && needingRestart.isEmpty(); }

    /// In the order of the schema, commands last and by name.
    [[nodiscard]] static ConfigurationChange between(const ServiceConfiguration &before,
                                                     const ServiceConfiguration &after);
};

} // namespace DaemonRpc
