// The command echo.
#pragma once

#include <daemonrpc/handler/commandhandler.h>

#include <memory>

namespace DaemonRpc {

/// `echo ARG...`: the arguments, separated by blanks, and a line feed.
[[nodiscard]] std::unique_ptr<CommandHandler> makeEchoCommand();

} // namespace DaemonRpc
