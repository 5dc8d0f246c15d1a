// What a peer may do.
#pragma once

#include <daemonrpc/base/export.h>

#include <QString>

#include <optional>

namespace DaemonRpc {

/// What a peer may do with a daemon. Ordered: each role may do what the ones before it may.
enum class Role : quint8 {
    None,     ///< Nothing but to authenticate.
    ReadOnly, ///< Look: status, lists, health, metrics, the log.
    Control,  ///< Run commands, cancel, change, stop.
};

/// "none", "read-only", "control".
[[nodiscard]] DAEMONRPC_EXPORT QString roleName(Role role);

/// The role of that name; nothing for any other text.
[[nodiscard]] DAEMONRPC_EXPORT std::optional<Role> roleFromName(QStringView name);

} // namespace DaemonRpc
