// How much may wait for a peer that asks and does not read.
#pragma once

#include <daemonrpc/base/error.h>
#include <daemonrpc/base/limits.h>

#include <optional>

namespace DaemonRpc {

/// Why a peer that has @p bytesPending of answers to take is cut off instead of being collected for; nothing
/// while it gets more.
inline std::optional<Error> answerBoundError(qint64 bytesPending, const Limits &limits)
{
    if (bytesPending <= limits.highWaterBytes + limits.maxRpcBytes)
        return std::nullopt;
    return Error(ErrorCode::ResourceExhausted, QStringLiteral("too many answers wait to be read"));
}

} // namespace DaemonRpc
