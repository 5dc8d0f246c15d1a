// From a node of a file to a value, by the key's type.
#pragma once

#include "configurationproblems_p.h"

#include <daemonrpc/service/config/configurationkey.h>

#include <optional>

namespace DaemonRpc {

/// The value that @p node gives to @p key. Nothing when it does not fit: then the problem is added, at the
/// place in the file.
[[nodiscard]] std::optional<ConfigurationValue>
readValue(const ConfigurationKey &key, const ConfigurationNode &node, ConfigurationProblems &problems);

/// "a list", "a map", "nothing", or the text in quotes.
[[nodiscard]] QString descriptionOf(const ConfigurationNode &node);

/// Adds that there is no key @p name in @p where ("section performance"), with the nearest of @p known.
void addUnknownKey(ConfigurationPosition position, const QString &name, const QString &where,
                   const QStringList &known, ConfigurationProblems &problems);

} // namespace DaemonRpc
