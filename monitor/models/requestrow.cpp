#include "models/requestrow.h"

#include "models/commandline.h"

namespace DaemonRpc::Monitor {

static constexpr qint64 secondMs = 1000;
// From here on an age is shown in seconds: counted in them, rows that nothing happens to change once a
// second.
static constexpr qint64 exactAgeMs = 10 * secondMs;

bool RequestRow::concerns(const RequestSnapshot &) { return true; }

static qint64 ageOf(const RequestSnapshot &request, qint64 nowMs)
{
    if (request.isFinished() || request.acceptedAtMs <= 0)
        return request.durationMs;
    const qint64 ageMs = qMax<qint64>(0, nowMs - request.acceptedAtMs);
    return ageMs < exactAgeMs ? ageMs : ageMs - ageMs % secondMs;
}

static bool isCancelling(const RequestSnapshot &request) { return request.cancellation.has_value(); }

RequestRow RequestRow::of(const MonitoredDaemon &daemon, const RequestSnapshot &request,
                          const RequestRow *known)
{
    RequestRow row;
    row.key = {daemon.serial(), request.id};
    row.isLost = daemon.isGone() && !request.isFinished();
    row.isDimmed = row.isLost || request.isFinished();
    row.daemonId = daemon.daemonId();
    row.request = request;
    const qint64 nowMs = daemon.nowMs();
    row.ageMs = ageOf(request, nowMs);
    if (request.deadlineAtMs > 0 && !row.isDimmed && !isCancelling(request))
        row.deadlineLeftMs = qMax<qint64>(0, request.deadlineAtMs - nowMs);
    row.commandLine = known && known->request.arguments == request.arguments
                          ? known->commandLine
                          : CommandLine::quoted(request.arguments, maxCommandLineCharacters);
    return row;
}

QString RequestRow::outcome() const
{
    if (isLost)
        return QStringLiteral("lost");
    if (!request.isFinished())
        return request.state;
    if (request.cancellation)
        return request.cancellation->isForced ? QStringLiteral("forced") : QStringLiteral("cancelled");
    const bool hasFailed = !request.error.isEmpty() || request.signal > 0 || request.exitCode != 0;
    return hasFailed ? QStringLiteral("failed") : request.state;
}

Tone RequestRow::tone() const
{
    if (isLost)
        return Tone::Warning;
    if (!request.isFinished()) {
        if (isCancelling(request))
            return Tone::Warning;
        return request.state == QLatin1String("running") ? Tone::Active : Tone::Normal;
    }
    if (request.cancellation)
        return request.cancellation->isForced ? Tone::Bad : Tone::Muted;
    return outcome() == QLatin1String("failed") ? Tone::Bad : Tone::Good;
}

std::optional<double> RequestRow::deadlineLeft() const
{
    if (!deadlineLeftMs)
        return std::nullopt;
    const qint64 sinceMs = request.startedAtMs > 0 ? request.startedAtMs : request.acceptedAtMs;
    const qint64 givenMs = qMax<qint64>(1, request.deadlineAtMs - sinceMs);
    return qBound(0.0, static_cast<double>(*deadlineLeftMs) / static_cast<double>(givenMs), 1.0);
}

} // namespace DaemonRpc::Monitor
