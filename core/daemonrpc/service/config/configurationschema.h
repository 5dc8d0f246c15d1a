// Every key that a configuration may have.
#pragma once

#include <daemonrpc/service/config/configurationkey.h>
#include <daemonrpc/service/config/serviceconfiguration.h>

namespace DaemonRpc {

/// A part of the file and what it is for. Value.
struct ConfigurationSection
{
    QString path; ///< "performance", "sockets.local"
    QString description;
};

/// The schema: constant tables. Thread-safe.
namespace ConfigurationSchema {

/// The sections but `commands`, in the order of the file.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT const QList<ConfigurationSection> &sections();

/// The keys of those sections, section by section.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QList<ConfigurationKey> keys();

/// The keys of each command in the section `commands`.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QList<ConfigurationKey> commandKeys();

/// What @p configuration holds for key @p path, which must exist.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT ConfigurationValue valueOf(const ServiceConfiguration &configuration,
                                                                  const QString &path);
/// What @p command holds for its key @p name, which must exist.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT ConfigurationValue valueOf(const CommandDefinition &command,
                                                                  const QString &name);

} // namespace ConfigurationSchema

} // namespace DaemonRpc
