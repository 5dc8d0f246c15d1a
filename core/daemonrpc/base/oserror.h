// The one place where an errno becomes an Error.
#pragma once

#include <daemonrpc/base/error.h>

namespace DaemonRpc {

/// The error for @p errnoValue met while doing @p what to @p subject ("cannot open", "/tmp/x").
///
/// The message reads "cannot open /tmp/x: No such file or directory". Thread-safe.
[[nodiscard]] DAEMONRPC_EXPORT Error errorFromErrno(int errnoValue, const QString &what,
                                                    const QString &subject);

/// The system's words for @p errnoValue. Thread-safe.
[[nodiscard]] DAEMONRPC_EXPORT QString errnoText(int errnoValue);

/// The code alone, for a sentence of the caller's own.
[[nodiscard]] DAEMONRPC_EXPORT ErrorCode errorCodeFromErrno(int errnoValue);

} // namespace DaemonRpc
