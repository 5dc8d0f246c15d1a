// The commands that every daemon-rpcd knows.
#pragma once

#include <daemonrpc/handler/handlerregistry.h>

namespace DaemonRpc {

/// echo, cat, exec, sleep and generate.
[[nodiscard]] HandlerRegistry makeStockCommands();

} // namespace DaemonRpc
