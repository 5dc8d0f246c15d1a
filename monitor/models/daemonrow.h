// One daemon, as a row of a table.
#pragma once

#include "models/course.h"
#include "models/recordkey.h"

#include <QString>

#include <optional>

namespace DaemonRpc::Monitor {

/// What the overview says of one daemon. Value.
///
/// What nobody can know is not there: rates of a daemon that has gone, the figures of one that does not
/// answer yet. Text is as the daemon told it.
struct DaemonRow
{
    RecordKey key;
    QString daemonId;
    std::optional<qint64> pid;
    QString state;   ///< "starting", "ready", "busy", "degraded", "draining" or "gone".
    QString version; ///< Of daemon-rpc.
    std::optional<qint64> builtAtMs;
    QString buildId;
    std::optional<qint64> uptimeMs; ///< Whole seconds; of a daemon that has gone: when it was last seen.
    std::optional<qint64> connections;
    std::optional<qint64> running;
    std::optional<qint64> queued;
    std::optional<double> requestRate; ///< Per second, over the last seconds.
    Course requestRates;               ///< Of the last minute, a value per second.
    std::optional<qint64> p50Ms;       ///< Of the requests that finished in the last five minutes.
    std::optional<qint64> p95Ms;
    std::optional<qint64> p99Ms;
    std::optional<qint64> finished; ///< Since its start, as are the next three.
    std::optional<qint64> failures;
    std::optional<qint64> cancelled; ///< Forced ones included.
    std::optional<qint64> forced;
    std::optional<qint64> privateBytes;
    Course privateBytesCourse;          ///< Of the last minute.
    std::optional<double> cpu;          ///< Part of one core.
    QString health;                     ///< "ok", "warning" or "failed"; empty when it does not say.
    std::optional<qint64> lastSeenAtMs; ///< Of one that has gone.
    QString problem;                    ///< What is wrong; empty when it is well.
    bool isOutOfReach = false;          ///< It cannot be asked: its state is the last one known.
    bool isDimmed = false;              ///< It has gone.

    friend bool operator==(const DaemonRow &, const DaemonRow &) = default;
};

} // namespace DaemonRpc::Monitor
