// What is known of one connection.
#pragma once

#include <daemonrpc/base/export.h>
#include <daemonrpc/base/peeridentity.h>
#include <daemonrpc/wire/dialect.h>

#include <QString>

#include <optional>

namespace DaemonRpc {

enum class ConnectionState { Handshake, Command, Rpc, Closing, Closed };

[[nodiscard]] DAEMONRPC_EXPORT QString connectionStateName(ConnectionState state);

/// One connection. Value; what lists show.
struct ConnectionRecord
{
    quint64 id = 0;
    ConnectionState state = ConnectionState::Handshake;
    Dialect dialect = Dialect::Undecided;
    PeerIdentity peer;
    QString peerProgram;         ///< The name of the peer's process (proc(5), comm); empty when unknown.
    qint64 connectedAtMs = 0;    ///< Milliseconds since the epoch.
    qint64 lastActivityAtMs = 0; ///< When the peer last sent something.
    qint64 closedAtMs = 0;       ///< 0 while it is open.
    quint64 requestId = 0;       ///< The request it carries, or 0.
    quint64 requests = 0;        ///< Commands, JSON-RPC calls and HTTP requests that it has made.
    qint64 bytesReceived = 0;
    qint64 bytesSent = 0;
    qint64 bytesPending = 0; ///< Waiting for a slow peer.

    /// Takes over what says how much has been asked and sent, and when.
    void adoptTraffic(const ConnectionRecord &other)
    {
        requests = other.requests;
        lastActivityAtMs = other.lastActivityAtMs;
        bytesReceived = other.bytesReceived;
        bytesSent = other.bytesSent;
        bytesPending = other.bytesPending;
    }

    friend bool operator==(const ConnectionRecord &, const ConnectionRecord &) = default;
};

} // namespace DaemonRpc
