// Who calls.
#pragma once

#include <daemonrpc/base/peeridentity.h>

namespace DaemonRpc {

/// The connection a call came over. Value.
struct RpcPeer
{
    PeerIdentity identity;    ///< Who, and what they may do.
    quint64 connectionId = 0; ///< As the owner of the connections counts them; 0 within the process.

    friend bool operator==(const RpcPeer &, const RpcPeer &) = default;
};

} // namespace DaemonRpc
