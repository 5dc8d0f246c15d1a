#include "commands/healthcommand.h"

#include "printers/snapshotprinter.h"

namespace DaemonRpc::Cli {

HealthCommand::HealthCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{}

SubcommandSpec HealthCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "health";
    spec.summary = QStringLiteral("tell whether the daemon is in order");
    spec.notes =
        QStringLiteral("Exit code 0: ready; 1: degraded or draining; 125: not running or not answering.\n");
    spec.make = [](const Invocation &invocation) { return std::make_unique<HealthCommand>(invocation); };
    return spec;
}

void HealthCommand::start()
{
    admin().status(answer<DaemonSnapshot>([this](const DaemonSnapshot &daemon) {
        print(stateCell(daemon).text + QLatin1Char('\n'));
        finish(daemon.state == QLatin1String("ready") ? 0 : notHealthy);
    }));
}

} // namespace DaemonRpc::Cli
