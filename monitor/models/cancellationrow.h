// One cancellation, as a row.
#pragma once

#include "models/recordkey.h"
#include "models/tone.h"
#include "sources/monitoreddaemon.h"

#include <optional>

namespace DaemonRpc::Monitor {

/// How the cancellation of a request goes, or ended. Value; its key is that of the request.
struct CancellationRow
{
    RecordKey key;
    /// Since it was asked for, exactly up to ten seconds and in whole ones then; or how long it took. Nothing
    /// when that was never told.
    std::optional<qint64> tookMs;
    std::optional<qint64> graceLeftMs; ///< Until it is forced; nothing when it is over.
    bool isLost = false;               ///< Its daemon has gone and never said how it ended.
    bool isDimmed = false;             ///< It is over.
    QString daemonId;
    QString commandLine; ///< As RequestRow::commandLine.
    RequestSnapshot request;

    /// "cancelling", "honoured", "forced" or "lost".
    [[nodiscard]] QString state() const;
    [[nodiscard]] Tone tone() const;

    /// The part of the grace that is left, 1 to 0.
    [[nodiscard]] std::optional<double> graceLeft() const;

    /// What forcing it did: "process_group_killed", "worker_quarantined" or "handler_dropped"; empty when it
    /// was not forced, or that is unknown.
    [[nodiscard]] QString forcedBy() const;

    /// For RequestTable.
    static bool concerns(const RequestSnapshot &request);
    static CancellationRow of(const MonitoredDaemon &daemon, const RequestSnapshot &request,
                              const CancellationRow *known);

    friend bool operator==(const CancellationRow &, const CancellationRow &) = default;
};

} // namespace DaemonRpc::Monitor
