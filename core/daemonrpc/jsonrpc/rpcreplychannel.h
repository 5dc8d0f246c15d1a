// The way back to a peer, which may go away first.
#pragma once

#include <daemonrpc/base/export.h>

#include <QByteArray>

#include <concepts>
#include <functional>
#include <memory>

namespace DaemonRpc {

/// Where answers go until the peer is gone. Thread-bound value; copies share one state.
///
/// The owner of a connection keeps one channel for it and closes that when the connection ends: calls that
/// are still running then answer into nothing, and nothing that the send function captured is touched again.
///
///     m_channel = RpcReplyChannel([this](const QByteArray &message) { write(message); });
///     dispatcher.dispatch(line, peer, m_channel);
///     …
///     m_channel.close(); // at the latest in the destructor
class DAEMONRPC_EXPORT RpcReplyChannel
{
public:
    using SendFunction = std::function<void(const QByteArray &message)>;

    /// Tells how many bytes the peer has not taken yet.
    using PendingFunction = std::function<qint64()>;

    explicit RpcReplyChannel(SendFunction send, PendingFunction bytesPending = {});

    /// Converts from any function, so that one may be passed where a channel is wanted.
    template <std::invocable<const QByteArray &> Function>
    RpcReplyChannel(Function send) // NOLINT(google-explicit-constructor)
        : RpcReplyChannel(SendFunction(std::move(send)))
    {}

    /// Sends @p message, one JSON text without framing; does nothing once closed.
    void send(const QByteArray &message) const;

    /// Drops the send function, for all copies. May be called from within it.
    void close() const;

    [[nodiscard]] bool isClosed() const;

    /// Bytes that the peer has not taken yet; 0 once closed, and where nobody can tell. Who sends without
    /// being asked looks here first, and waits.
    [[nodiscard]] qint64 bytesPending() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace DaemonRpc
