// What is known of one request, running or finished.
#pragma once

#include <daemonrpc/base/cancellation.h>
#include <daemonrpc/base/error.h>
#include <daemonrpc/base/peercredentials.h>
#include <daemonrpc/handler/commandhandler.h>

#include <QByteArrayList>

#include <optional>

namespace DaemonRpc {

enum class RequestState { Running, Cancelling, Finished };

[[nodiscard]] DAEMONRPC_EXPORT QString requestStateName(RequestState state);

/// How a request was asked to stop, and what came of it. Value.
struct CancellationRecord
{
    CancellationReason reason = CancellationReason::None;
    QString requestedBy;      ///< For people: "its client", "uid 1000, pid 4711".
    qint64 requestedAtMs = 0; ///< Milliseconds since the epoch.
    qint64 latencyMs = -1;    ///< From asking to the end; -1 while it goes on.
    bool isForced = false;    ///< The grace passed first.
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
    qint64 startedAtMs = 0; ///< Milliseconds since the epoch.
    qint64 durationMs = 0;  ///< So far, or in all.
    qint64 outputBytes = 0;
    std::optional<CancellationRecord> cancellation;
    int exitCode = 0; ///< When finished without an error or signal.
    int signal = 0;   ///< When a signal ended it.
    std::optional<Error> error;
};

} // namespace DaemonRpc
