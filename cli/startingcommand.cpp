#include "startingcommand.h"

namespace DaemonRpc::Cli {

StartingCommand::StartingCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{
    m_startTimer.setSingleShot(true);
    connect(&m_startTimer, &QTimer::timeout, this, [this] {
        fail(Error(
            ErrorCode::Timeout,
            tr("daemon \"%1\" was started but does not answer; see \"daemon-rpc logs\"").arg(daemonName())));
    });
}

StartingCommand::~StartingCommand() = default;

void StartingCommand::bringUp(std::function<void(const DaemonSnapshot &)> onUp)
{
    if (!invocation().globals.maySpawn) {
        fail(Error(ErrorCode::InvalidArgument,
                   tr("daemon \"%1\" is not running, and --no-spawn forbids to start it; leave that out")
                       .arg(daemonName())));
        return;
    }
    messenger().showProgress(tr("starting daemon \"%1\"…").arg(daemonName()));
    const ClientOptions &options = invocation().client;
    m_startTimer.start(options.spawnTimeout + answerTimeout);
    m_starter = std::make_unique<AdminClient>(options);
    m_starter->status([this, onUp = std::move(onUp)](const Result<DaemonSnapshot> &status) {
        m_startTimer.stop();
        if (status)
            onUp(*status);
        else
            fail(status.error());
    });
}

} // namespace DaemonRpc::Cli
