// Every bound that a peer or a load can meet, with its default.
#pragma once

#include <QtGlobal>

#include <chrono>

namespace DaemonRpc {

/// Limits of one daemon. Value; the defaults are what daemon-rpcd uses.
struct Limits
{
    // Connections.
    int maxConnections = 1024;                        ///< All connections together.
    int maxConnectionsPerUser = 512;                  ///< Connections of one uid.
    std::chrono::milliseconds handshakeTimeout{5000}; ///< From accept to a complete Command or Rpc.

    // Bytes.
    qint64 maxCommandBytes = 4 * 1024 * 1024; ///< One Command message: arguments and environment together.
    qint64 highWaterBytes = 1024 * 1024;   ///< Output waiting for a slow client before its handler is paused.
    qint64 inputWindowBytes = 256 * 1024;  ///< Standard input a client may send ahead.
    qint64 maxRpcBytes = 15 * 1024 * 1024; ///< One Rpc message.
    qint64 chunkBytes = 64 * 1024;         ///< Output read from a child process at a time.

    // Rpc calls of one connection.
    int maxRpcInFlight = 1024;  ///< Calls that run at a time; further ones wait for one of them to end.
    int maxRpcBacklog = 10'000; ///< Calls that wait; further ones are refused with QueueFull.
    qint64 maxRpcPendingBytes = 32 * 1024 * 1024; ///< Memory of the calls that run or wait, roughly.

    // Requests.
    int workerCount = 4; ///< Threads for blocking handlers.
    int maxQueueLength =
        256; ///< Requests waiting for a worker, or for their turn; more are refused with QueueFull.
    int maxQuarantinedWorkers =
        16; ///< Workers lost to handlers that ignored their token; past it the daemon hands over.
    std::chrono::milliseconds requestTimeout{
        0}; ///< The longest that a request may take, cancelled as Timeout then; 0 = without end.
    std::chrono::milliseconds grace{5000}; ///< Between asking a request to stop and forcing it.
    std::chrono::milliseconds drainTimeout{
        0}; ///< How long a drain waits for running requests; 0 = without end.

    // Version change.
    int maxHandOvers =
        5; ///< Hand-overs of one id within handOverWindow; more are refused with HandOverLimit.
    std::chrono::milliseconds handOverWindow{60000};
};

} // namespace DaemonRpc
