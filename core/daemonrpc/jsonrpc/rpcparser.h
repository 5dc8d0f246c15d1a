// Bytes to JSON-RPC messages.
#pragma once

#include <daemonrpc/base/limits.h>
#include <daemonrpc/jsonrpc/rpcmessage.h>

#include <QByteArrayView>
#include <QList>

namespace DaemonRpc {

/// What one peer may send. Value. The limits of a text are checked before it is parsed.
struct RpcLimits
{
    // One JSON text.
    qint64 maxBytes = Limits().maxRpcBytes; ///< Bytes of the text.
    int maxDepth = 64;                      ///< Arrays and objects inside each other, the batch included.
    int maxBatch =
        10'000; ///< Messages in one batch. What they may hold together, maxBytes and maxValues say.
    qint64 maxValues =
        250'000; ///< Values in the whole text; small ones take the most memory and time per byte.

    // One connection; see RpcCallTable.
    int maxInFlight = Limits().maxRpcInFlight; ///< Calls that run at a time; further ones wait.
    int maxBacklog = Limits().maxRpcBacklog;   ///< Calls that wait; further ones are refused with QueueFull.
    qint64 maxPendingBytes =
        Limits().maxRpcPendingBytes; ///< About the memory of all calls that run or wait, together.

    RpcLimits() = default;

    /// As of a daemon.
    explicit RpcLimits(const Limits &limits)
        : maxBytes(limits.maxRpcBytes)
        , maxInFlight(limits.maxRpcInFlight)
        , maxBacklog(limits.maxRpcBacklog)
        , maxPendingBytes(limits.maxRpcPendingBytes)
    {}
};

/// One JSON text: a message, or the messages of a batch. Value.
struct RpcPayload
{
    bool isBatch = false;
    QList<RpcMessage> messages; ///< Never empty.
    qint64 costBytes = 0;       ///< About the memory that the messages take together.
};

/// Reads one JSON text. Never fails: what is no message is an RpcInvalid that holds the answer to it.
///
/// A text that is not JSON, or exceeds maxBytes, maxDepth or maxValues, is one RpcInvalid with -32700; an
/// empty batch and one beyond maxBatch are one with -32600. In a batch each message stands for itself.
///
/// JSON is what RFC 8259 says and nothing else. The text is UTF-8; a byte order mark at its start is ignored.
/// Of two members with one name the last wins; unknown members are ignored; unpaired surrogates (escaped) are
/// kept. Numbers are 64 bit integers or doubles: one beyond the range of a double (1e400, 1e-400) is refused,
/// digits beyond its precision are lost, except those of an `id`, which goes back as it came. `params` must
/// be an array or an object where present, as the specification demands; null is refused. An `id` that is a
/// number has at most 128 characters.
///
///     const RpcPayload payload = parseRpc(line);
///     for (const RpcMessage &message : payload.messages)
///         …
[[nodiscard]] DAEMONRPC_EXPORT RpcPayload parseRpc(QByteArrayView text, const RpcLimits &limits = {});

} // namespace DaemonRpc
