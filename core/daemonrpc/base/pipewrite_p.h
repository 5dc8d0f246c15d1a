// Writing to a pipe whose reader may be gone.
#pragma once

#include <daemonrpc/base/export.h>

#include <QByteArrayView>

#include <sys/types.h>

namespace DaemonRpc {

/// write(2) of @p bytes to @p pipe that never raises SIGPIPE, whatever the program does with that signal; a
/// reader that is gone is -1 and EPIPE. Repeated after EINTR. Thread-safe.
DAEMONRPC_EXPORT ssize_t writeToPipe(int pipe, QByteArrayView bytes);

} // namespace DaemonRpc
