#include "commands/draincommand.h"

namespace DaemonRpc::Cli {

DrainCommand::DrainCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{}

SubcommandSpec DrainCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "drain";
    spec.summary = tr("let the daemon finish what runs and exit");
    spec.notes =
        tr("Does not wait for it. The next command starts a fresh daemon. That no daemon runs is no error.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<DrainCommand>(invocation); };
    return spec;
}

void DrainCommand::start()
{
    admin().drain(answerOrAbsent<DaemonSnapshot>([this](const DaemonSnapshot &daemon) { show(daemon); },
                                                 [this] { finishAsAbsent(); }));
}

void DrainCommand::show(const DaemonSnapshot &daemon)
{
    const auto requests = static_cast<int>(daemon.runningRequests);
    const QString text =
        requests > 0 ? tr("daemon \"%1\" (pid %2) finishes %n request(s), then exits", nullptr, requests)
                     : tr("daemon \"%1\" (pid %2) has nothing left to do and exits");
    messenger().showInformation(text.arg(daemon.daemonId, QString::number(daemon.pid)));
    finish(0);
}

} // namespace DaemonRpc::Cli
