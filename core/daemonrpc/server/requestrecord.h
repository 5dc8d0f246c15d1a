// What is known of one request, running or finished.
#pragma once

#include <daemonrpc/base/cancellation.h>
#include <daemonrpc/base/error.h>
#include <daemonrpc/base/peercredentials.h>
#include <daemonrpc/handler/commandhandler.h>

#include <QByteArrayList>

#include <optional>

namespace DaemonRpc {

enum class RequestState {
    Queued, ///< Waits for a worker, or for its turn.
    Running,
    Cancelling,
    Finished,
};

[[nodiscard]] DAEMONRPC_EXPORT QString requestStateName(RequestState state);

/// What forcing a request did to whatever served it.
enum class ForcedEnd {
    None,               ///< It was not forced.
    ProcessGroupKilled, ///< SIGKILL to the process group.
    WorkerQuarantined,  ///< The thread goes on without the request, and serves no other one.
    HandlerDropped,     ///< The asynchronous handler's execution was told to end at once, or destroyed.
};

/// "process_group_killed", "worker_quarantined", "handler_dropped"; empty for None.
[[nodiscard]] DAEMONRPC_EXPORT QString forcedEndName(ForcedEnd end);

/// How a request was asked to stop, and what came of it. Value.
struct CancellationRecord
{
    CancellationReason reason = CancellationReason::None;
    QString requestedBy;      ///< For people: "its client", "uid 1000, pid 4711".
    qint64 requestedAtMs = 0; ///< Milliseconds since the epoch.
    qint64 latencyMs = -1;    ///< From asking to the end; -1 while it goes on.
    bool isForced = false;    ///< The grace passed first.
    ForcedEnd forcedBy = ForcedEnd::None;

    friend bool operator==(const CancellationRecord &, const CancellationRecord &) = default;
};

/// How many requests there have been since the start. Value.
struct RequestTotals
{
    quint64 accepted = 0;
    quint64 finished = 0;
    quint64 failed = 0;    ///< Of the finished ones: RequestRecord::hasFailed().
    quint64 cancelled = 0; ///< Of the finished ones: asked to stop, forced ones included.
    quint64 forced = 0;
    quint64 inputBytes = 0;  ///< Of the finished ones.
    quint64 outputBytes = 0; ///< Of the finished ones.

    friend bool operator==(const RequestTotals &, const RequestTotals &) = default;
};

/// One request. Value; what lists and histories show.
struct RequestRecord
{
    quint64 id = 0;
    quint64 connectionId = 0;
    QByteArrayList arguments; ///< Name first. Shortened in lists: see RequestTable.
    HandlerKind kind = HandlerKind::Asynchronous;
    RequestState state = RequestState::Running;
    std::optional<PeerCredentials> peer;
    QByteArray workingDirectory; ///< The client's; empty when it did not say. Shortened like the arguments.
    int queuePlace = 0;          ///< From 1, while it is queued.

    // Milliseconds since the epoch; 0 for what has not been.
    qint64 acceptedAtMs = 0;
    qint64 queuedAtMs = 0;
    qint64 startedAtMs = 0; ///< Its turn came, or it never had to wait.
    qint64 firstOutputAtMs = 0;
    qint64 deadlineAtMs = 0; ///< It is cancelled for its timeout then.
    qint64 finishedAtMs = 0;

    /// The leader of the process group that serves it or did; 0 for none.
    qint64 processId = 0;
    qint64 durationMs = 0; ///< Since it was accepted: so far, or in all.
    qint64 durationUs = 0; ///< The same in microseconds, for those who measure.
    qint64 graceMs = 0;    ///< Between asking it to stop and forcing it.
    qint64 inputBytes = 0;
    qint64 outputBytes = 0;
    std::optional<CancellationRecord> cancellation;
    int exitCode = 0; ///< When finished without an error or signal.
    int signal = 0;   ///< When a signal ended it.
    std::optional<Error> error;

    /// Ended in an error, by a signal or with another exit code than 0.
    [[nodiscard]] bool hasFailed() const { return error || signal != 0 || exitCode != 0; }

    friend bool operator==(const RequestRecord &, const RequestRecord &) = default;
};

} // namespace DaemonRpc
