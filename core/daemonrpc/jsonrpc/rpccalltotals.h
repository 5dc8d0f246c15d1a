// How many calls there have been.
#pragma once

#include <QtGlobal>

namespace DaemonRpc {

/// The calls that have come to a MethodRegistry since its start, notifications included. Value.
struct RpcCallTotals
{
    quint64 called = 0;  ///< A method ran; it may have answered with an error.
    quint64 unknown = 0; ///< There is no such method.
    quint64 refused = 0; ///< The caller's role does not allow it.
    quint64 invalid = 0; ///< A parameter is missing or of another type.

    friend bool operator==(const RpcCallTotals &, const RpcCallTotals &) = default;
};

} // namespace DaemonRpc
