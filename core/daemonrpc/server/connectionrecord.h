// What is known of one connection.
#pragma once

#include <daemonrpc/base/export.h>
#include <daemonrpc/base/peeridentity.h>
#include <daemonrpc/wire/dialect.h>

#include <QString>

#include <optional>

namespace DaemonRpc {

enum class ConnectionState { Handshake, Command, Rpc, Closing };

[[nodiscard]] DAEMONRPC_EXPORT QString connectionStateName(ConnectionState state);

/// One connection. Value; what lists show.
struct ConnectionRecord
{
    quint64 id = 0;
    ConnectionState state = ConnectionState::Handshake;
    Dialect dialect = Dialect::Undecided;
    PeerIdentity peer;
    qint64 connectedAtMs = 0; ///< Milliseconds since the epoch.
    quint64 requestId = 0;    ///< The request it carries, or 0.
    qint64 bytesReceived = 0;
    qint64 bytesSent = 0;
    qint64 bytesPending = 0; ///< Waiting for a slow peer.
};

} // namespace DaemonRpc
