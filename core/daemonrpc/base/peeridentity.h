// Who is at the other end of a connection, and what they may do.
#pragma once

#include <daemonrpc/base/peercredentials.h>
#include <daemonrpc/base/role.h>

#include <optional>

namespace DaemonRpc {

/// The peer of one connection. Value.
struct DAEMONRPC_EXPORT PeerIdentity
{
    std::optional<PeerCredentials> credentials; ///< Of a process of this machine; nothing for a remote one.
    QString remoteAddress;   ///< "192.0.2.1:50412" or "[::1]:50412"; empty for a local stream.
    QString certificateName; ///< The common name of a verified client certificate; empty without one.
    Role role = Role::Control;

    [[nodiscard]] bool isRemote() const { return !remoteAddress.isEmpty(); }

    /// For people: "uid 1000, pid 4711", "192.0.2.1:50412", "\"ci\" at 192.0.2.1:50412".
    [[nodiscard]] QString describe() const;

    friend bool operator==(const PeerIdentity &, const PeerIdentity &) = default;
};

} // namespace DaemonRpc
