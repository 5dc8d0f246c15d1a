// What to say of a daemon that takes connections and nothing more.
#pragma once

#include <daemonrpc/client/clientoptions.h>
#include <daemonrpc/instance/runtimedirectory.h>

namespace DaemonRpc::Cli {

/// The error for the daemon that @p options name, silent for @p waited: Timeout, with its pid when the pid
/// file of a living daemon tells it.
[[nodiscard]] Error unresponsiveDaemon(const ClientOptions &options, std::chrono::milliseconds waited);

/// Where the files of the daemons are that @p options speak of. Errors: those of RuntimeDirectory.
[[nodiscard]] Result<RuntimeDirectory> runtimeDirectoryOf(const ClientOptions &options);

} // namespace DaemonRpc::Cli
