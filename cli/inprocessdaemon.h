// A daemon's server within this process, for --in-process.
#pragma once

#include <daemonrpc/server/server.h>

namespace DaemonRpc::Cli {

/// Serves the stock commands to this very process: no socket, no other process. Thread-bound. Destroying it
/// ends what still runs.
///
///     InProcessDaemon daemon;
///     Reply *reply = client.execute(command, daemon.openStream());
class InProcessDaemon
{
public:
    InProcessDaemon();

    /// The client's end of a new connection.
    [[nodiscard]] std::unique_ptr<Stream> openStream();

private:
    Server m_server;
};

} // namespace DaemonRpc::Cli
