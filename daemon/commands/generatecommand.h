// The command generate.
#pragma once

#include <daemonrpc/handler/commandhandler.h>

#include <memory>

namespace DaemonRpc {

/// `generate BYTES`: that many bytes of a repeating pattern, for measuring throughput.
[[nodiscard]] std::unique_ptr<CommandHandler> makeGenerateCommand();

} // namespace DaemonRpc
