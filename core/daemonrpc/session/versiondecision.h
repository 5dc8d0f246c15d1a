// Whether two builds work together, and if not, who gives way.
#pragma once

#include <daemonrpc/base/export.h>
#include <daemonrpc/wire/versioncheck.h>

namespace DaemonRpc {

/// What a daemon does about a client's VersionCheck.
enum class VersionDecision {
    Serve,           ///< The versions match for the client's policy.
    HandOver,        ///< The daemon gives way to a fresh one: the client is newer, or asked for it.
    RefuseOlder,     ///< The client is older than the daemon; it is told so.
    RefuseReconnect, ///< It would hand over, but only a fresh user action may cause that.
    RefuseProtocol,  ///< No protocol version in common.
};

/// Decides, from the daemon's side. Pure: no side effects. The rules are those of docs/PROTOCOL.md, "Version
/// change": equal build ids match whatever their timestamps; then the policy that the client carries decides.
[[nodiscard]] DAEMONRPC_EXPORT VersionDecision decideVersion(const VersionCheck &daemon,
                                                             const VersionCheck &client);

} // namespace DaemonRpc
