#include <daemonrpc/base/cancellation.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace DaemonRpc {

struct CancellationToken::State
{
    std::atomic<CancellationReason> reason = CancellationReason::None;
    std::mutex mutex;
    std::condition_variable changed;
};

QString cancellationReasonName(CancellationReason reason)
{
    switch (reason) {
    case CancellationReason::None: return QStringLiteral("none");
    case CancellationReason::ClientClosed: return QStringLiteral("client_closed");
    case CancellationReason::Interrupted: return QStringLiteral("interrupted");
    case CancellationReason::Administrator: return QStringLiteral("administrator");
    case CancellationReason::Timeout: return QStringLiteral("timeout");
    case CancellationReason::Shutdown: return QStringLiteral("shutdown");
    }
    return QStringLiteral("none");
}

CancellationToken::CancellationToken() = default;

bool CancellationToken::isCancelled() const { return reason() != CancellationReason::None; }

CancellationReason CancellationToken::reason() const
{
    return m_state ? m_state->reason.load(std::memory_order_acquire) : CancellationReason::None;
}

bool CancellationToken::waitFor(std::chrono::milliseconds timeout) const
{
    if (!m_state) {
        CancellationSource never;
        return never.token().waitFor(timeout);
    }
    std::unique_lock lock(m_state->mutex);
    return m_state->changed.wait_for(lock, timeout, [this] { return isCancelled(); });
}

CancellationSource::CancellationSource() { m_token.m_state = std::make_shared<CancellationToken::State>(); }

bool CancellationSource::cancel(CancellationReason reason)
{
    CancellationToken::State &state = *m_token.m_state;
    {
        const std::lock_guard lock(state.mutex);
        if (state.reason.load(std::memory_order_relaxed) != CancellationReason::None)
            return false;
        state.reason.store(reason, std::memory_order_release);
    }
    state.changed.notify_all();
    return true;
}

} // namespace DaemonRpc
