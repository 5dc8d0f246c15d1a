#include "blockingbridge_p.h"

#include <daemonrpc/handler/blockingcontext.h>

namespace DaemonRpc {

BlockingContext::BlockingContext(std::shared_ptr<BlockingBridge> bridge)
    : m_bridge(std::move(bridge))
{}

BlockingContext::~BlockingContext() = default;

const Command &BlockingContext::command() const { return m_bridge->command; }

const QByteArrayList &BlockingContext::arguments() const { return m_bridge->arguments; }

CancellationToken BlockingContext::token() const { return m_bridge->token; }

QDeadlineTimer BlockingContext::deadline() const { return m_bridge->deadline; }

bool BlockingContext::write(QByteArrayView bytes)
{
    return m_bridge->write(BlockingBridge::Channel::Output, bytes);
}

bool BlockingContext::writeError(QByteArrayView bytes)
{
    return m_bridge->write(BlockingBridge::Channel::Error, bytes);
}

QByteArray BlockingContext::read(qsizetype maxBytes) { return m_bridge->read(maxBytes); }

} // namespace DaemonRpc
