#include "inprocessdaemon.h"

#include "daemon/commands/stockcommands.h"

#include <daemonrpc/transport/memory/memorystream.h>

namespace DaemonRpc::Cli {

InProcessDaemon::InProcessDaemon()
    : m_server(makeStockCommands())
{}

std::unique_ptr<Stream> InProcessDaemon::openStream()
{
    auto [clientEnd, serverEnd] = MemoryStream::makePair();
    m_server.serve(std::move(serverEnd));
    return std::move(clientEnd);
}

} // namespace DaemonRpc::Cli
