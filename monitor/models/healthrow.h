// The health of a daemon, or one check of it, as a row.
#pragma once

#include "models/recordkey.h"
#include "models/tone.h"
#include "sources/monitoreddaemon.h"

#include <optional>
#include <vector>

namespace DaemonRpc::Monitor {

/// What a check found last; of a daemon itself, the worst of its checks. Value.
struct HealthRow
{
    RecordKey key;
    QString id;            ///< Name of the check; empty for the daemon.
    bool isDimmed = false; ///< The daemon has gone.
    QString name;          ///< Of the check or the daemon.
    QString daemonId;
    QString status;              ///< "ok", "warning" or "failed"; empty when it was never told.
    QString text;                ///< For people.
    std::optional<double> value; ///< What was measured.
    QString unit;
    qint64 sinceMs = 0; ///< When the status last changed; milliseconds since the epoch.

    [[nodiscard]] Tone tone() const;

    static HealthRow of(const MonitoredDaemon &daemon);
    static std::vector<HealthRow> checksOf(const MonitoredDaemon &daemon);

    friend bool operator==(const HealthRow &, const HealthRow &) = default;
};

} // namespace DaemonRpc::Monitor
