// What has happened to a request, and when.
#pragma once

#include "models/tone.h"

#include <daemonrpc/admin/requestsnapshot.h>

#include <QCoreApplication>
#include <QList>

namespace DaemonRpc::Monitor {

/// One thing that has happened to a request, or is going to. Value.
struct TimelineStep
{
    QString what;
    qint64 atMs = 0;     ///< The daemon's clock; milliseconds since the epoch.
    qint64 sinceMs = -1; ///< Since the step before; -1 for the first.
    QString detail;      ///< Translated, one line; may be empty.
    Tone tone = Tone::Normal;
    bool isPlanned = false; ///< It is still to come.

    friend bool operator==(const TimelineStep &, const TimelineStep &) = default;
};

/// The course of a request from its snapshot. Stateless.
class RequestTimeline
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::RequestTimeline)

public:
    RequestTimeline() = delete;

    /// In the order of time; what was not, is not told. @p nowMs by the daemon's clock.
    [[nodiscard]] static QList<TimelineStep> of(const RequestSnapshot &request, qint64 nowMs);

    /// How it ended, or what it does, in a sentence.
    [[nodiscard]] static QString outcome(const RequestSnapshot &request);
    /// A time or a duration that is told, within what can be reckoned with.
    [[nodiscard]] static qint64 bounded(qint64 ms);
    [[nodiscard]] static Tone tone(const RequestSnapshot &request);

private:
    [[nodiscard]] static QString forcedDetail(const CancellationSnapshot &cancellation);
    static void addCancellation(QList<TimelineStep> &steps, const RequestSnapshot &request);
};

} // namespace DaemonRpc::Monitor
