// What a daemon has counted since its start.
#pragma once

#include <daemonrpc/base/result.h>

#include <QJsonObject>

namespace DaemonRpc {

/// Counters of one daemon; they never fall. Value; part of every DaemonEvent.
///
/// Two of them tell exactly what happened in between, whatever became of the single records:
///
///     const qint64 failed = after.failedRequests - before.failedRequests;
struct DAEMONRPC_EXPORT EventTotals
{
    qint64 acceptedConnections = 0;
    qint64 closedConnections = 0;
    qint64 acceptedRequests = 0;
    qint64 finishedRequests = 0;
    qint64 failedRequests = 0;    ///< Of the finished: ended in an error, by a signal, or not with 0.
    qint64 cancelledRequests = 0; ///< Of the finished: were asked to stop; forced ones included.
    qint64 forcedRequests = 0;
    qint64 inputBytes = 0;  ///< Of the finished requests.
    qint64 outputBytes = 0; ///< Of the finished requests.

    [[nodiscard]] qint64 openConnections() const { return acceptedConnections - closedConnections; }

    /// Running and queued ones.
    [[nodiscard]] qint64 liveRequests() const { return acceptedRequests - finishedRequests; }

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<EventTotals> fromJson(const QJsonObject &json);

    friend bool operator==(const EventTotals &, const EventTotals &) = default;
};

} // namespace DaemonRpc
