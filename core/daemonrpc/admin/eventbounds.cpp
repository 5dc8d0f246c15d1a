#include "eventbounds_p.h"

namespace DaemonRpc {

static void cut(QString *text, qsizetype most = EventBounds::maxTextCharacters)
{
    if (text->size() > most) {
        text->truncate(most);
        text->squeeze(); // it must not keep what was cut
    }
}

// The year 9999: sums with it stay within 64 bits.
static constexpr qint64 maxTimeMs = 253'402'300'799'000;

static void raise(qint64 *number, qint64 least = 0) { *number = qMax(*number, least); }

void EventBounds::apply(DaemonEvent *event)
{
    EventTotals &totals = event->totals;
    event->timeMs = qMin(event->timeMs, maxTimeMs);
    for (qint64 *count : {&totals.acceptedConnections, &totals.closedConnections, &totals.acceptedRequests,
                          &totals.finishedRequests, &totals.failedRequests, &totals.cancelledRequests,
                          &totals.forcedRequests, &totals.inputBytes, &totals.outputBytes, &event->timeMs})
        raise(count);
    if (event->daemon)
        apply(&*event->daemon);
    if (event->process) {
        raise(&event->process->residentBytes, -1);
        raise(&event->process->privateBytes, -1);
        raise(&event->process->cpuMs);
    }
    if (event->workers) {
        for (qint64 *count : {&event->workers->workers, &event->workers->busy, &event->workers->quarantined,
                              &event->workers->queued, &event->workers->maxQueued})
            raise(count);
    }
    if (event->health)
        apply(&*event->health);
    for (ConnectionSnapshot &connection : event->connections)
        apply(&connection);
    for (RequestSnapshot &request : event->requests)
        apply(&request);
    for (CommandSnapshot &command : event->commands)
        apply(&command);
    for (LogLineSnapshot &line : event->log)
        apply(&line);
    for (qint64 &count : event->lost)
        raise(&count);
}

void EventBounds::apply(DaemonSnapshot *daemon)
{
    for (QString *text : {&daemon->daemonId, &daemon->state, &daemon->version, &daemon->buildId,
                          &daemon->socketPath, &daemon->logPath, &daemon->reloadError})
        cut(text);
    for (qint64 *number : {&daemon->pid, &daemon->uid, &daemon->buildTimestampMs, &daemon->startedAtMs,
                           &daemon->uptimeMs, &daemon->runningRequests, &daemon->queuedRequests,
                           &daemon->finishedRequests, &daemon->connections, &daemon->acceptedConnections,
                           &daemon->quarantinedWorkers, &daemon->recentHandOvers, &daemon->reloadedAtMs})
        raise(number);
}

void EventBounds::apply(ConnectionSnapshot *connection)
{
    for (QString *text : {&connection->state, &connection->dialect, &connection->role,
                          &connection->peerProgram, &connection->remoteAddress, &connection->certificateName})
        cut(text);
    raise(&connection->peerUid, -1);
    raise(&connection->peerPid, -1);
    for (qint64 *number : {&connection->connectedAtMs, &connection->lastActivityAtMs, &connection->closedAtMs,
                           &connection->requestId, &connection->requests, &connection->bytesReceived,
                           &connection->bytesSent, &connection->bytesPending})
        raise(number);
}

void EventBounds::apply(RequestSnapshot *request)
{
    qsizetype room = maxTextCharacters;
    for (qsizetype i = 0; i < request->arguments.size(); ++i) {
        cut(&request->arguments[i], room);
        room -= request->arguments[i].size();
        if (room <= 0 || i + 1 >= maxArguments) {
            request->arguments = request->arguments.mid(0, i + 1);
            break;
        }
    }
    for (QString *text : {&request->handler, &request->state, &request->workingDirectory, &request->error,
                          &request->errorMessage})
        cut(text);
    raise(&request->peerUid, -1);
    raise(&request->peerPid, -1);
    for (qint64 *number :
         {&request->connectionId, &request->queuePlace, &request->acceptedAtMs, &request->queuedAtMs,
          &request->startedAtMs, &request->firstOutputAtMs, &request->deadlineAtMs, &request->finishedAtMs,
          &request->processId, &request->durationMs, &request->graceMs, &request->inputBytes,
          &request->outputBytes, &request->signal})
        raise(number);
    if (!request->cancellation)
        return;
    cut(&request->cancellation->reason);
    cut(&request->cancellation->requestedBy);
    cut(&request->cancellation->forcedBy);
    raise(&request->cancellation->requestedAtMs);
    raise(&request->cancellation->latencyMs, -1);
}

void EventBounds::apply(CommandSnapshot *command)
{
    for (QString *text : {&command->name, &command->summary, &command->handler})
        cut(text);
    for (qint64 *number : {&command->running, &command->waiting, &command->maxParallel, &command->warmWanted,
                           &command->warmReady, &command->warmCalls, &command->coldCalls})
        raise(number);
}

void EventBounds::apply(HealthSnapshot *health)
{
    cut(&health->status);
    if (health->checks.size() > maxChecks)
        health->checks = health->checks.mid(0, maxChecks);
    for (HealthCheckSnapshot &check : health->checks) {
        for (QString *text : {&check.name, &check.status, &check.text, &check.unit})
            cut(text);
        raise(&check.sinceMs);
    }
}

void EventBounds::apply(LogLineSnapshot *line)
{
    raise(&line->timeMs);
    raise(&line->requestId);
    raise(&line->omittedBytes);
    cut(&line->level);
    cut(&line->category);
    cut(&line->message, maxMessageCharacters);
}

} // namespace DaemonRpc
