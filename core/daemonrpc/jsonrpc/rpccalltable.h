// The calls of one connection.
#pragma once

#include <daemonrpc/jsonrpc/rpccallcontrol.h>
#include <daemonrpc/jsonrpc/rpcid.h>
#include <daemonrpc/jsonrpc/rpcparser.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace DaemonRpc {

/// Runs the calls of one connection within its limits, and cancels them. Thread-bound, without I/O.
///
/// At most RpcLimits::maxInFlight calls run at a time; up to maxBacklog more wait, first in first out; and
/// all of them together may take maxPendingBytes. What is beyond is refused with QueueFull. So the connection
/// can be read all the time: cancellations and the peer's end are seen however many calls are under way. A
/// call counts until it is settled, also when it was cancelled and answered: a peer that calls and cancels in
/// turns cannot collect more work than the limit.
///
///     RpcCallTable calls(limits);
///     dispatcher.dispatch(line, peer, channel, calls);
///     …
///     calls.close(CancellationReason::ClientClosed); // the peer has gone
class DAEMONRPC_EXPORT RpcCallTable
{
public:
    /// A request that has arrived.
    struct Arrival
    {
        std::optional<RpcId> id; ///< Absent for a notification.
        qint64 costBytes = 0;    ///< About the memory that it takes.
        std::function<RpcCallControl()> start;
        std::function<void(const Error &)> refuse; ///< Instead of start; may be left out.
    };

    explicit RpcCallTable(const RpcLimits &limits = {});
    ~RpcCallTable(); // closes

    RpcCallTable(const RpcCallTable &) = delete;
    RpcCallTable &operator=(const RpcCallTable &) = delete;

    /// Tells whether further calls may be started; asked again 20 ms after it said no.
    using Permission = std::function<bool()>;

    /// From now on calls are started for at most @p longest at a stretch (or sixteen of them, when these take
    /// longer), and only while @p mayStart says yes; the others wait for the next turn of the event loop. So
    /// one peer's requests, however many came at once, hold up nobody else, and answers are not made before
    /// they can be taken.
    void setPacing(std::chrono::milliseconds longest, Permission mayStart);

    /// Starts @p arrival, now or when its turn comes, or refuses it. Does nothing once closed.
    void admit(Arrival arrival);

    /// Cancels the calls of this id, of which there should be one; those that wait are answered with
    /// Cancelled and never start. Returns how many there were; a call that has been answered is none.
    int cancel(const RpcId &id, CancellationReason reason);

    /// Cancels all calls and answers them, those that wait as well.
    void cancelAll(CancellationReason reason);

    /// Cancels what runs and drops what waits, without an answer.
    void close(CancellationReason reason);

    [[nodiscard]] qsizetype runningCount() const;
    [[nodiscard]] qsizetype waitingCount() const;
    /// Calls that have arrived since the beginning, notifications and refused ones included.
    [[nodiscard]] quint64 arrivedCount() const;
    /// Calls that somebody waits for: those that wait, and those that run and were not cancelled.
    [[nodiscard]] qsizetype unansweredCount() const;
    /// What running and waiting calls take together.
    [[nodiscard]] qint64 pendingBytes() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace DaemonRpc
