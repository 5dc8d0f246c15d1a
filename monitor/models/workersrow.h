// What serves the requests of a daemon, as a row.
#pragma once

#include "models/recordkey.h"
#include "models/tone.h"
#include "sources/monitoreddaemon.h"

#include <optional>
#include <vector>

namespace DaemonRpc::Monitor {

/// A daemon, its pool of workers, or one of its commands with its warm copies. Value. What does not apply is
/// nothing.
struct WorkersRow
{
    enum class Kind { Daemon, Pool, Command };

    RecordKey key;
    QString id;            ///< Tells the rows of one daemon apart.
    bool isDimmed = false; ///< The daemon has gone.
    Kind kind = Kind::Daemon;
    QString name; ///< Of the daemon or the command.
    QString daemonId;
    QString handler;               ///< As handlerKindName().
    std::optional<qint64> running; ///< Workers that are busy, or calls.
    std::optional<qint64> limit;   ///< Of those that may run at a time.
    std::optional<qint64> waiting; ///< Requests, for a worker or their turn.
    std::optional<qint64> maxWaiting;
    std::optional<qint64> quarantined; ///< Workers lost to handlers that do not stop.
    std::optional<qint64> warmReady;   ///< Copies that wait for a call.
    std::optional<qint64> warmWanted;  ///< Copies that are to be kept started ahead.
    std::optional<qint64> warmCalls;   ///< Served by a copy.
    std::optional<qint64> coldCalls;   ///< Of a command with copies, served without one.

    static WorkersRow of(const MonitoredDaemon &daemon);
    /// The pool first, if there is one, and the commands by name.
    static std::vector<WorkersRow> partsOf(const MonitoredDaemon &daemon);

    friend bool operator==(const WorkersRow &, const WorkersRow &) = default;
};

} // namespace DaemonRpc::Monitor
