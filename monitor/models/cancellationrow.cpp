#include "models/cancellationrow.h"

#include "models/commandline.h"
#include "models/requestrow.h"

namespace DaemonRpc::Monitor {

static constexpr qint64 secondMs = 1000;
static constexpr qint64 exactMs = 10 * secondMs; // as ages in RequestRow

bool CancellationRow::concerns(const RequestSnapshot &request) { return request.cancellation.has_value(); }

CancellationRow CancellationRow::of(const MonitoredDaemon &daemon, const RequestSnapshot &request,
                                    const CancellationRow *known)
{
    CancellationRow row;
    row.key = {daemon.serial(), request.id};
    row.isLost = daemon.isGone() && !request.isFinished();
    row.isDimmed = row.isLost || request.isFinished();
    row.daemonId = daemon.daemonId();
    row.request = request;
    const CancellationSnapshot &cancellation = *request.cancellation;
    const qint64 sinceMs = qMax<qint64>(0, daemon.nowMs() - cancellation.requestedAtMs);
    if (cancellation.latencyMs >= 0)
        row.tookMs = cancellation.latencyMs;
    else if (!request.isFinished())
        row.tookMs = sinceMs < exactMs ? sinceMs : sinceMs - sinceMs % secondMs;
    if (!row.isDimmed && request.graceMs > 0)
        row.graceLeftMs = qMax<qint64>(0, request.graceMs - sinceMs);
    row.commandLine = known && known->request.arguments == request.arguments
                          ? known->commandLine
                          : CommandLine::quoted(request.arguments, RequestRow::maxCommandLineCharacters);
    return row;
}

QString CancellationRow::state() const
{
    if (isLost)
        return QStringLiteral("lost");
    if (!request.isFinished())
        return QStringLiteral("cancelling");
    return request.cancellation->isForced ? QStringLiteral("forced") : QStringLiteral("honoured");
}

Tone CancellationRow::tone() const
{
    if (isLost || !request.isFinished())
        return Tone::Warning;
    return request.cancellation->isForced ? Tone::Bad : Tone::Good;
}

std::optional<double> CancellationRow::graceLeft() const
{
    if (!graceLeftMs)
        return std::nullopt;
    return static_cast<double>(*graceLeftMs) / static_cast<double>(qMax<qint64>(1, request.graceMs));
}

QString CancellationRow::forcedBy() const
{
    if (!request.isFinished() || !request.cancellation->isForced)
        return {};
    if (!request.cancellation->forcedBy.isEmpty())
        return request.cancellation->forcedBy;
    // An older daemon says no more than the kind of the handler, which decides it.
    if (request.handler == QLatin1String("process"))
        return QStringLiteral("process_group_killed");
    if (request.handler == QLatin1String("blocking"))
        return QStringLiteral("worker_quarantined");
    if (request.handler == QLatin1String("asynchronous"))
        return QStringLiteral("handler_dropped");
    return {};
}

} // namespace DaemonRpc::Monitor
