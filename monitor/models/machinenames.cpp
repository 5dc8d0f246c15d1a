#include "models/machinenames.h"

#include <QCoreApplication>

#include <algorithm>

namespace DaemonRpc::Monitor {

namespace {

struct MachineName
{
    const char *machine;
    const char *shown;
};

// What is not here is shown as the daemon says it: names of protocols and errors, above all.
constexpr MachineName machineNames[] = {
    // Daemons.
    {"starting", QT_TRANSLATE_NOOP("MachineNames", "starting")},
    {"ready", QT_TRANSLATE_NOOP("MachineNames", "ready")},
    {"busy", QT_TRANSLATE_NOOP("MachineNames", "busy")},
    {"degraded", QT_TRANSLATE_NOOP("MachineNames", "degraded")},
    {"draining", QT_TRANSLATE_NOOP("MachineNames", "draining")},
    {"gone", QT_TRANSLATE_NOOP("MachineNames", "gone")},
    // Requests and cancellations.
    {"queued", QT_TRANSLATE_NOOP("MachineNames", "queued")},
    {"running", QT_TRANSLATE_NOOP("MachineNames", "running")},
    {"cancelling", QT_TRANSLATE_NOOP("MachineNames", "cancelling")},
    {"finished", QT_TRANSLATE_NOOP("MachineNames", "finished")},
    {"failed", QT_TRANSLATE_NOOP("MachineNames", "failed")},
    {"cancelled", QT_TRANSLATE_NOOP("MachineNames", "cancelled")},
    {"honoured", QT_TRANSLATE_NOOP("MachineNames", "honoured")},
    {"lost", QT_TRANSLATE_NOOP("MachineNames", "lost")},
    {"forced", QT_TRANSLATE_NOOP("MachineNames", "forced")},
    {"client_closed", QT_TRANSLATE_NOOP("MachineNames", "client closed")},
    {"interrupted", QT_TRANSLATE_NOOP("MachineNames", "Ctrl+C")},
    {"administrator", QT_TRANSLATE_NOOP("MachineNames", "asked for")},
    {"shutdown", QT_TRANSLATE_NOOP("MachineNames", "daemon stops")},
    {"timeout", QT_TRANSLATE_NOOP("MachineNames", "timeout")},
    {"process_group_killed", QT_TRANSLATE_NOOP("MachineNames", "process group killed")},
    {"worker_quarantined", QT_TRANSLATE_NOOP("MachineNames", "worker set aside")},
    {"handler_dropped", QT_TRANSLATE_NOOP("MachineNames", "handler dropped")},
    // Handlers.
    {"asynchronous", QT_TRANSLATE_NOOP("MachineNames", "asynchronous")},
    {"blocking", QT_TRANSLATE_NOOP("MachineNames", "blocking")},
    {"process", QT_TRANSLATE_NOOP("MachineNames", "process")},
    // Connections.
    {"handshake", QT_TRANSLATE_NOOP("MachineNames", "handshake")},
    {"command", QT_TRANSLATE_NOOP("MachineNames", "command")},
    {"rpc", QT_TRANSLATE_NOOP("MachineNames", "calls")},
    {"closing", QT_TRANSLATE_NOOP("MachineNames", "closing")},
    {"closed", QT_TRANSLATE_NOOP("MachineNames", "closed")},
    {"control", QT_TRANSLATE_NOOP("MachineNames", "control")},
    {"read-only", QT_TRANSLATE_NOOP("MachineNames", "read-only")},
    {"none", QT_TRANSLATE_NOOP("MachineNames", "none")},
    // Health and the log.
    {"ok", QT_TRANSLATE_NOOP("MachineNames", "ok")},
    {"warning", QT_TRANSLATE_NOOP("MachineNames", "warning")},
    {"debug", QT_TRANSLATE_NOOP("MachineNames", "debug")},
    {"info", QT_TRANSLATE_NOOP("MachineNames", "info")},
    {"error", QT_TRANSLATE_NOOP("MachineNames", "error")},
    {"fatal", QT_TRANSLATE_NOOP("MachineNames", "fatal")},
    // What daemons check of themselves.
    {"event_loop", QT_TRANSLATE_NOOP("MachineNames", "event loop")},
    {"worker_pool", QT_TRANSLATE_NOOP("MachineNames", "worker pool")},
    {"memory", QT_TRANSLATE_NOOP("MachineNames", "memory")},
    {"descriptors", QT_TRANSLATE_NOOP("MachineNames", "descriptors")},
    {"socket", QT_TRANSLATE_NOOP("MachineNames", "socket")},
    {"disk", QT_TRANSLATE_NOOP("MachineNames", "disk")},
};

} // namespace

const char *knownMachineName(const QString &machineName)
{
    const auto *const found = std::find_if(
        std::begin(machineNames), std::end(machineNames),
        [&machineName](const MachineName &name) { return machineName == QLatin1String(name.machine); });
    return found == std::end(machineNames) ? nullptr : found->shown;
}

} // namespace DaemonRpc::Monitor
