// Bytes to JSON-RPC messages.
#pragma once

#include <daemonrpc/base/limits.h>
#include <daemonrpc/jsonrpc/rpcmessage.h>

#include <QByteArrayView>
#include <QList>

namespace DaemonRpc {

/// How large and how involved one JSON text may be. Value. All are checked before the text is parsed.
struct RpcLimits
{
    qint64 maxBytes = Limits().maxRpcBytes; ///< Bytes of the text.
    int maxDepth = 64;                      ///< Arrays and objects inside each other, the batch included.
    int maxBatch = 1000;                    ///< Messages in one batch.
    qint64 maxValues =
        250'000; ///< Values in the whole text; small ones take the most memory and time per byte.
};

/// One JSON text: a message, or the messages of a batch. Value.
struct RpcPayload
{
    bool isBatch = false;
    QList<RpcMessage> messages; ///< Never empty.
};

/// Reads one JSON text. Never fails: what is no message is an RpcInvalid that holds the answer to it.
///
/// A text that is not JSON, or exceeds maxBytes, maxDepth or maxValues, is one RpcInvalid with -32700; an
/// empty batch and one beyond maxBatch are one with -32600. In a batch each message stands for itself.
///
/// The text is UTF-8; a byte order mark at its start is ignored. Of two members with one name the last wins;
/// unknown members are ignored. The parser is QJsonDocument: malformed UTF-8 and numbers beyond a double are
/// errors, control characters inside strings are let through. `params` must be an array or an object where
/// present, as the specification demands; null is refused.
///
///     const RpcPayload payload = parseRpc(line);
///     for (const RpcMessage &message : payload.messages)
///         …
[[nodiscard]] DAEMONRPC_EXPORT RpcPayload parseRpc(QByteArrayView text, const RpcLimits &limits = {});

} // namespace DaemonRpc
