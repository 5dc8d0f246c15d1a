// The shape of a JSON text, measured without memory.
#pragma once

#include <daemonrpc/jsonrpc/rpcparser.h>

namespace DaemonRpc {

/// What a first look at a JSON text found.
enum class JsonShape {
    Acceptable,    ///< Within the limits. It may still not be JSON.
    TooDeep,       ///< More than maxDepth arrays and objects inside each other.
    TooManyValues, ///< More than maxValues values.
    BatchTooLong,  ///< The outermost array has more than maxBatch elements.
};

/// Measures @p text against @p limits in one pass; stops at the first limit that is passed.
[[nodiscard]] JsonShape scanJson(QByteArrayView text, const RpcLimits &limits);

} // namespace DaemonRpc
