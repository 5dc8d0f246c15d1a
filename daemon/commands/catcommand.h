// The command cat.
#pragma once

#include <daemonrpc/handler/commandhandler.h>

#include <memory>

namespace DaemonRpc {

/// `cat`: standard input to standard output, unchanged, in step with the reader.
[[nodiscard]] std::unique_ptr<CommandHandler> makeCatCommand();

} // namespace DaemonRpc
