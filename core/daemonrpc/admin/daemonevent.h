// What has changed in a daemon.
#pragma once

#include <daemonrpc/admin/commandsnapshot.h>
#include <daemonrpc/admin/connectionsnapshot.h>
#include <daemonrpc/admin/daemonsnapshot.h>
#include <daemonrpc/admin/eventtotals.h>
#include <daemonrpc/admin/healthsnapshot.h>
#include <daemonrpc/admin/loglinesnapshot.h>
#include <daemonrpc/admin/processsnapshot.h>
#include <daemonrpc/admin/requestsnapshot.h>
#include <daemonrpc/admin/workerssnapshot.h>

#include <QMap>

#include <optional>

namespace DaemonRpc {

/// All that a subscriber is told at one time: the snapshot that a subscription begins with (sequence 0 tells
/// everything), and each delta after it (what is new since the one before). Value; the parameters of the
/// notification daemon.event.
///
/// An object that has changed is told whole, in its latest state, once per event however often it changed.
/// Every request and every connection is told at least once, also when it has come and gone between two
/// events: as "finished", as "closed". Where that could not be kept for a subscriber that was slow, `lost`
/// says how many there were, and the lists of live ones say what to forget.
///
/// `sequence` counts up by one: a subscriber that sees no gap has been told everything but what `lost` says.
struct DAEMONRPC_EXPORT DaemonEvent
{
    qint64 subscription = 0;
    qint64 sequence = 0;
    qint64 timeMs = 0; ///< The daemon's clock; milliseconds since the epoch.
    EventTotals totals;

    std::optional<DaemonSnapshot> daemon;
    std::optional<ProcessSnapshot> process;
    std::optional<WorkersSnapshot> workers;
    std::optional<HealthSnapshot> health;
    QList<ConnectionSnapshot> connections; ///< New, changed and closed ones.
    QList<RequestSnapshot> requests;       ///< New, changed and finished ones; finished ones in their order.
    QList<CommandSnapshot> commands;       ///< New and changed ones.
    QList<LogLineSnapshot> log;

    // All that there are, so that others are gone; only after a loss, commands after a reload.
    std::optional<QList<qint64>> liveConnections;
    std::optional<QList<qint64>> liveRequests;
    std::optional<QStringList> liveCommands;

    /// What this subscriber was not told since the event before, by kind: "connections" that were closed,
    /// "requests" that finished, "log" lines (of any level).
    QMap<QString, qint64> lost;

    /// What a daemon tells of topics beyond these, by topic.
    QJsonObject others;

    /// Whether it says anything that the totals do not.
    [[nodiscard]] bool isEmpty() const;

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is broken. Parts that are not there are empty.
    static Result<DaemonEvent> fromJson(const QJsonObject &json);

    friend bool operator==(const DaemonEvent &, const DaemonEvent &) = default;
};

} // namespace DaemonRpc
