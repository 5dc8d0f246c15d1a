// Asking a request to stop, and hearing of it.
#pragma once

#include <daemonrpc/base/export.h>

#include <QString>

#include <chrono>
#include <memory>

namespace DaemonRpc {

/// Why a request was asked to stop. The numbers appear in JSON by name only.
enum class CancellationReason {
    None,          ///< Not cancelled.
    ClientClosed,  ///< The client's stream ended: killed, terminal closed, output closed.
    Interrupted,   ///< The person pressed Ctrl+C (or the client got a signal).
    Administrator, ///< daemon-rpc cancel, or the monitor.
    Timeout,       ///< The request's deadline passed.
    Shutdown,      ///< The daemon stops.
};

/// The name of @p reason in snake_case ("client_closed").
[[nodiscard]] DAEMONRPC_EXPORT QString cancellationReasonName(CancellationReason reason);

/// The listening end: a handler polls it or waits on it. Thread-safe value; copies share one state.
///
///     while (!token.isCancelled() && more())
///         step();
class DAEMONRPC_EXPORT CancellationToken
{
public:
    /// A token that is never cancelled.
    CancellationToken();

    [[nodiscard]] bool isCancelled() const;
    [[nodiscard]] CancellationReason reason() const;

    /// Blocks the calling thread until cancelled or until @p timeout passes; true when cancelled. For
    /// blocking handlers only, never on an event loop's thread.
    bool waitFor(std::chrono::milliseconds timeout) const;

private:
    friend class CancellationSource;
    struct State;
    std::shared_ptr<State> m_state;
};

/// The asking end. Thread-safe value; copies share one state.
class DAEMONRPC_EXPORT CancellationSource
{
public:
    CancellationSource();

    [[nodiscard]] const CancellationToken &token() const { return m_token; }

    /// Cancels; only the first call has an effect and returns true.
    bool cancel(CancellationReason reason);

private:
    CancellationToken m_token;
};

} // namespace DaemonRpc
