// The command sleep.
#pragma once

#include <daemonrpc/handler/commandhandler.h>

#include <memory>

namespace DaemonRpc {

/// `sleep SECONDS`: ends after a while; fractions are allowed.
[[nodiscard]] std::unique_ptr<CommandHandler> makeSleepCommand();

} // namespace DaemonRpc
