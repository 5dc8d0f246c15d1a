// One connection, as a row.
#pragma once

#include "models/rateseries.h"
#include "models/recordkey.h"
#include "models/tone.h"
#include "sources/monitoreddaemon.h"

namespace DaemonRpc::Monitor {

/// An open connection at one moment. Value.
struct ConnectionRow
{
    RecordKey key;
    bool isDimmed = false; ///< It is closing.
    QString daemonId;
    ConnectionSnapshot connection;
    RateSeries received; ///< Bytes per second.
    RateSeries sent;     ///< Bytes per second.

    [[nodiscard]] Tone tone() const;

    /// @p known is the row of the same connection, or null.
    static ConnectionRow of(const MonitoredDaemon &daemon, const ConnectionSnapshot &connection,
                            const ConnectionRow *known);

    friend bool operator==(const ConnectionRow &, const ConnectionRow &) = default;
};

} // namespace DaemonRpc::Monitor
