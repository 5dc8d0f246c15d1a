// One request, as a row.
#pragma once

#include "models/recordkey.h"
#include "models/tone.h"
#include "sources/monitoreddaemon.h"

#include <optional>

namespace DaemonRpc::Monitor {

/// A request, live or finished, at one moment. Value.
struct RequestRow
{
    /// Of commandLine; what is beyond is cut, with an ellipsis.
    static constexpr qsizetype maxCommandLineCharacters = 1000;

    RecordKey key;
    qint64 ageMs = 0; ///< Since it was accepted: so far, from ten seconds on in whole ones; or in all.
    std::optional<qint64>
        deadlineLeftMs;    ///< Nothing when nothing limits it, or it is being cancelled, or has finished.
    bool isLost = false;   ///< Its daemon has gone and never said how it ended.
    bool isDimmed = false; ///< It is over.
    QString daemonId;
    QString commandLine; ///< As CommandLine::quoted().
    RequestSnapshot request;

    /// What has become of it: "queued", "running", "cancelling" or what else its daemon calls its state;
    /// "lost"; "forced", "cancelled", "failed" (an error, a signal, or not with 0) or "finished" when it has
    /// finished.
    [[nodiscard]] QString outcome() const;
    [[nodiscard]] Tone tone() const;

    /// The part of its time that is left, 1 to 0.
    [[nodiscard]] std::optional<double> deadlineLeft() const;

    /// For RequestTable.
    static bool concerns(const RequestSnapshot &request);
    static RequestRow of(const MonitoredDaemon &daemon, const RequestSnapshot &request,
                         const RequestRow *known);

    friend bool operator==(const RequestRow &, const RequestRow &) = default;
};

} // namespace DaemonRpc::Monitor
