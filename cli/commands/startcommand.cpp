#include "commands/startcommand.h"

namespace DaemonRpc::Cli {

StartCommand::StartCommand(const Invocation &invocation)
    : StartingCommand(invocation)
{}

SubcommandSpec StartCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "start";
    spec.summary = tr("start the daemon, if it does not run");
    spec.make = [](const Invocation &invocation) { return std::make_unique<StartCommand>(invocation); };
    return spec;
}

void StartCommand::start()
{
    const auto onRunning = [this](const DaemonSnapshot &daemon) {
        messenger().showInformation(
            tr("daemon \"%1\" is already running (pid %2)").arg(daemon.daemonId).arg(daemon.pid));
        finish(0);
    };
    const auto onAbsent = [this] {
        bringUp([this](const DaemonSnapshot &daemon) {
            messenger().showInformation(
                tr("started daemon \"%1\" (pid %2)").arg(daemon.daemonId).arg(daemon.pid));
            finish(0);
        });
    };
    admin().status(answerOrAbsent<DaemonSnapshot>(onRunning, onAbsent));
}

} // namespace DaemonRpc::Cli
