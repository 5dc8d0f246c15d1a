// What a restart leads to.
#pragma once

#include <daemonrpc/base/result.h>

#include <QJsonObject>

namespace DaemonRpc {

/// How a restart went. Value; the result of the method daemon.restart.
struct DAEMONRPC_EXPORT RestartReport
{
    qint64 pid = 0;             ///< Of the daemon that has been replaced.
    qint64 successorPid = 0;    ///< Of the one that serves now.
    qint64 runningRequests = 0; ///< What the replaced one finishes before it exits.

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<RestartReport> fromJson(const QJsonObject &json);

    friend bool operator==(const RestartReport &, const RestartReport &) = default;
};

} // namespace DaemonRpc
