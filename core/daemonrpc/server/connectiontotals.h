// The connections of a server in numbers.
#pragma once

#include <daemonrpc/server/connectionrecord.h>

#include <QMap>

namespace DaemonRpc {

/// Sums over all connections since the start, open ones included. Value.
struct ConnectionTotals
{
    quint64 refused = 0;  ///< At a limit.
    quint64 evicted = 0;  ///< Idle ones that gave way to others.
    quint64 violated = 0; ///< Ended because the peer broke the protocol.
    qint64 bytesReceived = 0;
    qint64 bytesSent = 0;
    qint64 bytesPending = 0;         ///< Waiting for slow peers.
    QMap<ConnectionState, int> open; ///< By state; states without one may be missing.
};

} // namespace DaemonRpc
