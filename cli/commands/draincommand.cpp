#include "commands/draincommand.h"

#include "formatting.h"

namespace DaemonRpc::Cli {

DrainCommand::DrainCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{}

SubcommandSpec DrainCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "drain";
    spec.summary = QStringLiteral("let the daemon finish what runs and exit");
    spec.notes =
        QStringLiteral("Does not wait for it. The next command starts a fresh daemon. That no daemon\n"
                       "runs is no error.\n");
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
    const QString what = daemon.runningRequests > 0
                             ? QStringLiteral("finishes %1, then exits")
                                   .arg(formatCount(daemon.runningRequests, QStringLiteral("request")))
                             : QStringLiteral("has nothing left to do and exits");
    messenger().showInformation(
        QStringLiteral("daemon \"%1\" (pid %2) %3").arg(daemon.daemonId, QString::number(daemon.pid), what));
    finish(0);
}

} // namespace DaemonRpc::Cli
