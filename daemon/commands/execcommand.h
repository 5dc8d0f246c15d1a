// The command exec.
#pragma once

#include <daemonrpc/handler/commandhandler.h>

#include <memory>

namespace DaemonRpc {

/// `exec PROGRAM ARG...`: any program, in the directory and environment of the caller.
[[nodiscard]] std::unique_ptr<CommandHandler> makeExecCommand();

} // namespace DaemonRpc
