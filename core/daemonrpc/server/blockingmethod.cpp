#include "blockingprogress_p.h"

#include <daemonrpc/server/blockingmethod.h>

#include <utility>

namespace DaemonRpc {

BlockingProgress::BlockingProgress(std::function<void()> wake)
    : m_wake(std::move(wake))
{}

void BlockingProgress::set(const QJsonValue &value)
{
    const std::lock_guard lock(m_mutex);
    const bool isAwaited = m_latest.has_value(); // woken already
    m_latest = value;
    if (!isAwaited && m_wake)
        m_wake();
}

std::optional<QJsonValue> BlockingProgress::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_latest, std::nullopt);
}

void BlockingProgress::detach()
{
    const std::lock_guard lock(m_mutex);
    m_wake = nullptr;
}

BlockingMethodContext::BlockingMethodContext(RpcPeer peer, CancellationToken token,
                                             std::shared_ptr<BlockingProgress> progress)
    : m_peer(std::move(peer))
    , m_token(std::move(token))
    , m_progress(std::move(progress))
{}

void BlockingMethodContext::progress(const QJsonValue &value) const { m_progress->set(value); }

} // namespace DaemonRpc
