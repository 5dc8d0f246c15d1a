// Who is at the other end of a local stream, as the kernel says.
#pragma once

#include <QtGlobal>

namespace DaemonRpc {

/// Credentials of the process that connected (or listens), from SO_PEERCRED (socket(7)). Value.
///
/// The pid may have ended and been reused since: information for people, never a target for a signal.
struct PeerCredentials
{
    qint64 pid = -1; ///< -1 where the transport or platform does not tell.
    quint32 uid = 0;
    quint32 gid = 0;

    friend bool operator==(const PeerCredentials &, const PeerCredentials &) = default;
};

} // namespace DaemonRpc
