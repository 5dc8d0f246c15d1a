// One line of a log, as a row.
#pragma once

#include "models/recordkey.h"
#include "models/tone.h"

#include <daemonrpc/admin/loglinesnapshot.h>

namespace DaemonRpc::Monitor {

/// A line of a daemon's log. Value. Lines of one daemon are numbered as they came.
struct LogRow
{
    RecordKey key;
    bool isDimmed = false; ///< It is of little interest.
    QString daemonId;
    LogLineSnapshot line;

    [[nodiscard]] Tone tone() const;

    /// The request that it belongs to; an id of 0 for none.
    [[nodiscard]] RecordKey request() const { return {key.daemon, line.requestId}; }

    friend bool operator==(const LogRow &, const LogRow &) = default;
};

} // namespace DaemonRpc::Monitor
