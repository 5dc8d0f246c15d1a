#include <daemonrpc/base/logscope.h>

namespace DaemonRpc {

static thread_local const LogScope *innermost = nullptr;

LogScope::LogScope(quint64 requestId, const std::optional<PeerCredentials> &peer)
    : m_outer(innermost)
    , m_requestId(requestId)
    , m_peer(peer)
{
    if (m_outer && m_requestId == 0)
        m_requestId = m_outer->m_requestId;
    if (m_outer && !m_peer)
        m_peer = m_outer->m_peer;
    innermost = this;
}

LogScope::~LogScope() { innermost = m_outer; }

const LogScope *LogScope::current() { return innermost; }

} // namespace DaemonRpc
