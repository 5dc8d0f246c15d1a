// Whose work the current thread is doing, for log lines.
#pragma once

#include <daemonrpc/base/export.h>
#include <daemonrpc/base/peercredentials.h>

#include <optional>

namespace DaemonRpc {

/// While it lives, log lines of its thread belong to a request, a peer or both. Value of one scope, on the
/// stack only; scopes nest, and what an inner one leaves out is taken from the outer one.
///
/// Costs two writes to thread-local memory; who writes the log asks current() only when there is a line.
///
///     const LogScope scope(m_context.id(), m_context.peer());
///     qCInfo(lcRequest) << "cancelled"; // ... [request 12] [peer uid 1000 pid 4711]: cancelled
class DAEMONRPC_EXPORT LogScope
{
public:
    /// @p requestId is 0 where there is none yet.
    explicit LogScope(quint64 requestId, const std::optional<PeerCredentials> &peer = std::nullopt);
    ~LogScope();
    LogScope(const LogScope &) = delete;
    LogScope &operator=(const LogScope &) = delete;

    /// The innermost scope of this thread, or null.
    [[nodiscard]] static const LogScope *current();

    [[nodiscard]] quint64 requestId() const { return m_requestId; }

    [[nodiscard]] const std::optional<PeerCredentials> &peer() const { return m_peer; }

private:
    const LogScope *m_outer;
    quint64 m_requestId;
    std::optional<PeerCredentials> m_peer;
};

} // namespace DaemonRpc
