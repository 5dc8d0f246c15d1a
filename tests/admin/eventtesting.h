// Events for tests.
#pragma once

#include <daemonrpc/admin/daemonevent.h>

namespace EventTesting {

inline DaemonRpc::RequestSnapshot request(qint64 id, const QString &state)
{
    DaemonRpc::RequestSnapshot snapshot;
    snapshot.id = id;
    snapshot.state = state;
    snapshot.arguments = {QStringLiteral("run"), QString::number(id)};
    return snapshot;
}

inline DaemonRpc::ConnectionSnapshot connection(qint64 id, qint64 closedAtMs = 0)
{
    DaemonRpc::ConnectionSnapshot snapshot;
    snapshot.id = id;
    snapshot.state = closedAtMs > 0 ? QStringLiteral("closed") : QStringLiteral("command");
    snapshot.closedAtMs = closedAtMs;
    return snapshot;
}

inline DaemonRpc::CommandSnapshot command(const QString &name)
{
    DaemonRpc::CommandSnapshot snapshot;
    snapshot.name = name;
    return snapshot;
}

inline DaemonRpc::LogLineSnapshot line(const QString &message)
{
    return {1, QStringLiteral("info"), QStringLiteral("test"), 0, message, 0};
}

/// An event with something in every part.
inline DaemonRpc::DaemonEvent fullEvent()
{
    DaemonRpc::DaemonEvent event;
    event.subscription = 3;
    event.sequence = 4;
    event.timeMs = 5;
    event.totals.finishedRequests = 6;
    event.daemon = DaemonRpc::DaemonSnapshot();
    event.daemon->daemonId = QStringLiteral("build");
    event.process = DaemonRpc::ProcessSnapshot{3, 2, 1};
    event.workers = DaemonRpc::WorkersSnapshot{4, 3, 2, 1, 0};
    event.health = DaemonRpc::HealthSnapshot{QStringLiteral("ok"), {}};
    event.connections = {connection(7), connection(8, 9)};
    event.requests = {request(10, QStringLiteral("queued")), request(11, QStringLiteral("finished"))};
    event.commands = {command(QStringLiteral("echo"))};
    event.log = {line(QStringLiteral("hello"))};
    event.liveConnections = QList<qint64>{7};
    event.liveRequests = QList<qint64>{10};
    event.liveCommands = QStringList{QStringLiteral("echo")};
    event.lost = {{QStringLiteral("requests"), 12}};
    event.others = {{QStringLiteral("queue"), 13}};
    return event;
}

} // namespace EventTesting
