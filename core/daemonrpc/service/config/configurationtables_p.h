// The tables behind ConfigurationSchema, with access to the members.
#pragma once

#include "configurationfield_p.h"

#include <daemonrpc/service/config/serviceconfiguration.h>

#include <QList>

namespace DaemonRpc::ConfigurationTables {

/// The fields of every section but `commands`.
[[nodiscard]] const QList<ConfigurationField<ServiceConfiguration>> &serviceFields();

/// The fields of one command.
[[nodiscard]] const QList<ConfigurationField<CommandDefinition>> &commandFields();

/// The field of key @p path, or null.
template <typename Target>
[[nodiscard]] const ConfigurationField<Target> *find(const QList<ConfigurationField<Target>> &fields,
                                                     const QString &path)
{
    for (const ConfigurationField<Target> &field : fields) {
        if (field.key.path == path)
            return &field;
    }
    return nullptr;
}

} // namespace DaemonRpc::ConfigurationTables
