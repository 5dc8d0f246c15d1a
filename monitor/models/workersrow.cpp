#include "models/workersrow.h"

namespace DaemonRpc::Monitor {

WorkersRow WorkersRow::of(const MonitoredDaemon &daemon)
{
    WorkersRow row;
    row.key = {daemon.serial(), 0};
    row.isDimmed = daemon.isGone();
    row.name = daemon.daemonId();
    row.daemonId = daemon.daemonId();
    return row;
}

static WorkersRow poolRow(const MonitoredDaemon &daemon, const WorkersSnapshot &workers)
{
    WorkersRow row = WorkersRow::of(daemon);
    row.kind = WorkersRow::Kind::Pool;
    row.id = QStringLiteral("pool");
    row.name.clear();
    row.handler = QStringLiteral("blocking");
    row.running = workers.busy;
    row.limit = workers.workers;
    row.waiting = workers.queued;
    row.maxWaiting = workers.maxQueued;
    row.quarantined = workers.quarantined;
    return row;
}

static WorkersRow commandRow(const MonitoredDaemon &daemon, const CommandSnapshot &command)
{
    WorkersRow row = WorkersRow::of(daemon);
    row.kind = WorkersRow::Kind::Command;
    row.id = QStringLiteral("command ") + command.name;
    row.name = command.name;
    row.handler = command.handler;
    // Only what has a queue or copies is counted by the daemon: 0 would say that nothing runs.
    if (command.running > 0 || command.waiting > 0 || command.maxParallel > 0 || command.warmWanted > 0) {
        row.running = command.running;
        row.waiting = command.waiting;
    }
    if (command.maxParallel > 0)
        row.limit = command.maxParallel;
    if (command.warmWanted > 0 || command.warmReady > 0 || command.warmCalls > 0) {
        row.warmReady = command.warmReady;
        row.warmWanted = command.warmWanted;
        row.warmCalls = command.warmCalls;
        row.coldCalls = command.coldCalls;
    }
    return row;
}

std::vector<WorkersRow> WorkersRow::partsOf(const MonitoredDaemon &daemon)
{
    std::vector<WorkersRow> rows;
    if (daemon.mirror().workers())
        rows.push_back(poolRow(daemon, *daemon.mirror().workers()));
    for (const CommandSnapshot &command : daemon.mirror().commands()) {
        if (!command.isHidden || command.running > 0)
            rows.push_back(commandRow(daemon, command));
    }
    return rows;
}

} // namespace DaemonRpc::Monitor
