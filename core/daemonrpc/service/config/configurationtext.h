// Texts from files, environments and command lines, made safe to show.
#pragma once

#include <daemonrpc/service/export.h>

#include <QString>

namespace DaemonRpc {

/// @p text in double quotes, safe for a terminal and one line of a log, cut after 80 characters.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QString quotedForMessage(const QString &text);

/// @p text as a double-quoted scalar of YAML, whole.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QString quotedForYaml(const QString &text);

/// @p text with a question mark for whatever is no visible character.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QString withoutControls(QString text);

} // namespace DaemonRpc
