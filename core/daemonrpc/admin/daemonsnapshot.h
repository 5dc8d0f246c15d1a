// What a daemon tells about itself.
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace DaemonRpc {

/// The state of one daemon at one moment. Value; the result of the method daemon.status.
struct DAEMONRPC_EXPORT DaemonSnapshot
{
    QString daemonId;
    QString state; ///< "ready", "degraded" or "draining".
    qint64 pid = 0;
    qint64 uid = 0;
    QString version;             ///< Of daemon-rpc.
    qint64 buildTimestampMs = 0; ///< Milliseconds since the epoch.
    QString buildId;
    qint64 startedAtMs = 0; ///< Milliseconds since the epoch.
    qint64 uptimeMs = 0;
    qint64 runningRequests = 0; ///< Queued ones included.
    qint64 queuedRequests = 0;  ///< Waiting for a worker.
    qint64 finishedRequests = 0;
    qint64 connections = 0;
    qint64 acceptedConnections = 0;
    qint64 quarantinedWorkers = 0;
    qint64 recentHandOvers = 0; ///< Of this id, within the window that limits them.
    bool isRestarting = false;  ///< A fresh copy is being started.
    qint64 reloadedAtMs = 0;    ///< When the configuration was last read again; 0: never.
    QString reloadError;        ///< Why that failed; empty when it did not.
    QString socketPath;
    QString logPath;

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<DaemonSnapshot> fromJson(const QJsonObject &json);

    friend bool operator==(const DaemonSnapshot &, const DaemonSnapshot &) = default;
};

} // namespace DaemonRpc
