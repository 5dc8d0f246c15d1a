// Who calls.
#pragma once

#include <daemonrpc/base/peercredentials.h>

namespace DaemonRpc {

/// The connection a call came over. Value.
struct RpcPeer
{
    PeerCredentials peer;
    quint64 connectionId = 0; ///< As the owner of the connections counts them; 0 within the process.

    friend bool operator==(const RpcPeer &, const RpcPeer &) = default;
};

} // namespace DaemonRpc
