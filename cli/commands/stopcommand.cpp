#include "commands/stopcommand.h"

namespace DaemonRpc::Cli {

StopCommand::StopCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{
    connect(&m_progress, &QTimer::timeout, this, [this] {
        admin().status([this](const Result<DaemonSnapshot> &status) {
            if (status)
                showWhatIsLeft(*status);
        });
    });
}

SubcommandSpec StopCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "stop";
    spec.summary = tr("stop the daemon");
    spec.options = {{"now", 'n', "", tr("cancel what runs without waiting for it")}};
    spec.notes = tr("Waits until the daemon is gone. It lets running requests go on for a while (10 s unless "
                    "configured otherwise), then cancels them. Leaving with Ctrl+C does not change that. "
                    "That no daemon runs is no error.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<StopCommand>(invocation); };
    return spec;
}

void StopCommand::start()
{
    connect(&admin(), &AdminClient::disconnected, this, &StopCommand::onDisconnected);
    admin().stop(invocation().options.isSet("now"),
                 answerOrAbsent<DaemonSnapshot>([this](const DaemonSnapshot &daemon) { onStopping(daemon); },
                                                [this] { finishAsAbsent(); }));
}

void StopCommand::onStopping(const DaemonSnapshot &daemon)
{
    m_daemon = daemon;
    showWhatIsLeft(daemon);
    m_progress.start(progressInterval);
}

void StopCommand::showWhatIsLeft(const DaemonSnapshot &daemon)
{
    if (daemon.runningRequests > 0)
        messenger().showProgress(
            tr("waiting for %n request(s)…", nullptr, static_cast<int>(daemon.runningRequests)));
    else
        messenger().showProgress(tr("waiting for the daemon to exit…"));
}

void StopCommand::onDisconnected()
{
    // The daemon keeps the connection until it exits.
    if (!m_daemon)
        return;
    m_progress.stop();
    messenger().showInformation(
        tr("stopped daemon \"%1\" (pid %2)").arg(m_daemon->daemonId).arg(m_daemon->pid));
    finish(0);
}

} // namespace DaemonRpc::Cli
