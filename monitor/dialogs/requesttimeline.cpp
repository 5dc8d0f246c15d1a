#include "dialogs/requesttimeline.h"

#include "models/formatting.h"

#include <algorithm>

namespace DaemonRpc::Monitor {

// The year 9999: what daemons say is added and subtracted here.
static constexpr qint64 maxMs = 253'402'300'799'000;

qint64 RequestTimeline::bounded(qint64 ms) { return qBound<qint64>(0, ms, maxMs); }

QList<TimelineStep> RequestTimeline::of(const RequestSnapshot &request, qint64 nowMs)
{
    QList<TimelineStep> steps;
    const auto add = [&steps](const QString &what, qint64 atMs, const QString &detail = {}) {
        if (atMs > 0)
            steps.append({what, bounded(atMs), -1, detail, Tone::Normal, false});
    };
    add(tr("Accepted"), request.acceptedAtMs,
        request.peerPid > 0 ? tr("from process %1").arg(request.peerPid) : QString());
    add(tr("Queued"), request.queuedAtMs,
        request.queuePlace > 0 ? tr("place %1 in the queue").arg(request.queuePlace) : QString());
    add(tr("Started"), request.startedAtMs, tr("handler: %1").arg(Formatting::name(request.handler)));
    add(tr("First output"), request.firstOutputAtMs,
        tr("%1 of output so far").arg(Formatting::bytes(request.outputBytes)));
    if (request.cancellation)
        addCancellation(steps, request);
    if (request.isFinished()) {
        add(tr("Finished"), request.finishedAtMs, outcome(request));
        if (!steps.isEmpty())
            steps.last().tone = tone(request);
    } else if (request.deadlineAtMs > 0) {
        add(tr("Timeout"), request.deadlineAtMs, tr("it is cancelled then"));
        steps.last().tone = Tone::Warning;
    }
    std::stable_sort(steps.begin(), steps.end(),
                     [](const TimelineStep &a, const TimelineStep &b) { return a.atMs < b.atMs; });
    for (qsizetype i = 0; i < steps.size(); ++i) {
        steps[i].isPlanned = !request.isFinished() && steps.at(i).atMs > nowMs;
        if (i > 0)
            steps[i].sinceMs = steps.at(i).atMs - steps.at(i - 1).atMs;
    }
    return steps;
}

QString RequestTimeline::forcedDetail(const CancellationSnapshot &cancellation)
{
    return cancellation.forcedBy.isEmpty()
               ? tr("forced to end")
               : tr("forced to end: %1").arg(Formatting::name(cancellation.forcedBy));
}

void RequestTimeline::addCancellation(QList<TimelineStep> &steps, const RequestSnapshot &request)
{
    const CancellationSnapshot &cancellation = *request.cancellation;
    const QString reason = Formatting::name(cancellation.reason);
    const qint64 askedMs = bounded(cancellation.requestedAtMs);
    const qint64 graceEndsMs = askedMs + bounded(request.graceMs);
    steps.append({tr("Cancellation asked for"), askedMs, -1,
                  cancellation.requestedBy.isEmpty()
                      ? reason
                      : tr("%1, by %2").arg(reason, Formatting::line(cancellation.requestedBy)),
                  Tone::Warning, false});
    if (cancellation.latencyMs < 0 || cancellation.isForced) {
        steps.append({tr("End of the grace"), graceEndsMs, -1,
                      cancellation.isForced ? forcedDetail(cancellation) : tr("it is forced to end then"),
                      Tone::Bad, false});
    }
    if (cancellation.latencyMs >= 0 && !cancellation.isForced) {
        steps.append(
            {tr("Cancellation honoured"), askedMs + bounded(cancellation.latencyMs), -1,
             tr("after %1").arg(Formatting::duration(std::chrono::milliseconds(cancellation.latencyMs))),
             Tone::Good, false});
    }
}

QString RequestTimeline::outcome(const RequestSnapshot &request)
{
    if (!request.isFinished())
        return Formatting::name(request.state);
    QString text;
    if (request.cancellation && request.cancellation->isForced)
        text = tr("forced to end");
    else if (!request.error.isEmpty())
        text = request.errorMessage.isEmpty() ? Formatting::line(request.error)
                                              : Formatting::line(request.errorMessage);
    else if (request.signal > 0)
        text = tr("ended by signal %1").arg(request.signal);
    else
        text = tr("exit code %1").arg(request.exitCode);
    return text;
}

Tone RequestTimeline::tone(const RequestSnapshot &request)
{
    if (!request.isFinished())
        return request.cancellation ? Tone::Warning : Tone::Active;
    if ((request.cancellation && request.cancellation->isForced) || !request.error.isEmpty())
        return Tone::Bad;
    if (request.exitCode != 0 || request.signal > 0 || request.cancellation)
        return Tone::Warning;
    return Tone::Good;
}

} // namespace DaemonRpc::Monitor
