// What a daemon tells about one request.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/server/requestrecord.h>

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace DaemonRpc {

/// A cancellation as told. Value.
struct CancellationSnapshot
{
    QString reason;           ///< As cancellationReasonName().
    QString requestedBy;      ///< For people.
    qint64 requestedAtMs = 0; ///< Milliseconds since the epoch.
    qint64 latencyMs = -1;    ///< -1 while it goes on.
    bool isForced = false;
    /// What forcing did, as forcedEndName(); empty when it was not forced, and from daemons of older
    /// versions.
    QString forcedBy = {};

    friend bool operator==(const CancellationSnapshot &, const CancellationSnapshot &) = default;
};

/// The state of one request. Value; an element of the results of daemon.requests and daemon.history.
///
/// Arguments are shown as UTF-8; bytes that are none are replaced.
struct DAEMONRPC_EXPORT RequestSnapshot
{
    /// Characters of errorMessage that are told.
    static constexpr qsizetype maxMessageCharacters = 512;

    qint64 id = 0;
    qint64 connectionId = 0;
    QStringList arguments;
    QString handler;     ///< As handlerKindName().
    QString state;       ///< As requestStateName().
    qint64 peerUid = -1; ///< -1 when unknown.
    qint64 peerPid = -1; ///< -1 when unknown.
    QString workingDirectory;
    qint64 queuePlace = 0; ///< From 1, while it is queued.

    // Milliseconds since the epoch; 0 for what has not been.
    qint64 acceptedAtMs = 0;
    qint64 queuedAtMs = 0;
    qint64 startedAtMs = 0; ///< Its turn came, or it never had to wait.
    qint64 firstOutputAtMs = 0;
    qint64 deadlineAtMs = 0; ///< It is cancelled for its timeout then.
    qint64 finishedAtMs = 0;

    /// The leader of the process group that serves it or did; 0 for none, and from daemons of older versions.
    qint64 processId = 0;
    qint64 durationMs = 0; ///< Since it was accepted: so far, or in all.
    qint64 graceMs = 0;    ///< Between asking it to stop and forcing it.
    qint64 inputBytes = 0;
    qint64 outputBytes = 0;
    qint64 exitCode = 0;
    qint64 signal = 0;
    QString error;        ///< As errorCodeName(); empty for none.
    QString errorMessage; ///< For people.
    std::optional<CancellationSnapshot> cancellation;

    static RequestSnapshot fromRecord(const RequestRecord &record);
    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<RequestSnapshot> fromJson(const QJsonObject &json);

    [[nodiscard]] bool isFinished() const { return state == QLatin1String("finished"); }

    friend bool operator==(const RequestSnapshot &, const RequestSnapshot &) = default;
};

} // namespace DaemonRpc
