// What tests of the monitor share.
#pragma once

#include "models/updateclock.h"
#include "sources/daemonlist.h"

#include <QDateTime>

namespace DaemonRpc::Monitor::Testing {

/// A daemon that says what a test has it say.
class PlayedDaemon : public MonitoredDaemon
{
public:
    using MonitoredDaemon::MonitoredDaemon;
    using MonitoredDaemon::setPid;
    using MonitoredDaemon::setProblem;
    using MonitoredDaemon::setState;

    /// It answers: an empty snapshot but for what @p change does to it.
    template <typename Change>
    void begin(Change change)
    {
        DaemonEvent event = blank(0);
        change(event);
        mutableMirror().reset(event);
        Q_EMIT snapshotReceived(event);
        markSeen();
        setAnswering();
    }

    void begin()
    {
        begin([](DaemonEvent &) {});
    }

    /// Its next event, blank but for what @p change does to it.
    template <typename Change>
    void tell(Change change)
    {
        DaemonEvent event = blank(mirror().sequence() + 1);
        event.totals = mirror().totals();
        event.daemon.reset();
        change(event);
        mutableMirror().apply(event);
        Q_EMIT eventReceived(event);
        markSeen();
        setAnswering();
    }

    void vanish() { setState(State::Gone); }

private:
    [[nodiscard]] DaemonEvent blank(qint64 sequence) const
    {
        DaemonEvent event;
        event.sequence = sequence;
        event.timeMs = QDateTime::currentMSecsSinceEpoch();
        DaemonSnapshot daemon;
        daemon.daemonId = daemonId();
        daemon.state = QStringLiteral("ready");
        daemon.pid = pid();
        event.daemon = daemon;
        return event;
    }
};

/// Adds a played daemon to @p list.
inline PlayedDaemon *addPlayed(DaemonList &list, const QString &id = QStringLiteral("default"),
                               qint64 pid = 4711)
{
    auto daemon = std::make_unique<PlayedDaemon>(list.nextSerial(), id, pid);
    PlayedDaemon *raw = daemon.get();
    list.add(std::move(daemon));
    return raw;
}

/// A running request that was accepted @p ageMs ago.
inline RequestSnapshot runningRequest(qint64 id, const QStringList &arguments = {QStringLiteral("sleep")},
                                      qint64 ageMs = 1000)
{
    RequestSnapshot request;
    request.id = id;
    request.connectionId = id;
    request.arguments = arguments;
    request.handler = QStringLiteral("process");
    request.state = QStringLiteral("running");
    request.acceptedAtMs = QDateTime::currentMSecsSinceEpoch() - ageMs;
    request.startedAtMs = request.acceptedAtMs;
    request.durationMs = ageMs;
    return request;
}

/// The same request, done.
inline RequestSnapshot finished(RequestSnapshot request, qint64 exitCode = 0)
{
    request.state = QStringLiteral("finished");
    request.finishedAtMs = QDateTime::currentMSecsSinceEpoch();
    request.durationMs = request.finishedAtMs - request.acceptedAtMs;
    request.exitCode = exitCode;
    return request;
}

} // namespace DaemonRpc::Monitor::Testing
