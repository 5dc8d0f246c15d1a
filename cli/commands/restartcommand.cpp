#include "commands/restartcommand.h"

#include "formatting.h"

namespace DaemonRpc::Cli {

RestartCommand::RestartCommand(const Invocation &invocation)
    : StartingCommand(invocation)
{
    m_handOverTimer.setSingleShot(true);
    connect(&m_handOverTimer, &QTimer::timeout, this, [this] {
        fail(Error(ErrorCode::Timeout,
                   QStringLiteral("daemon \"%1\" does not hand over; use \"daemon-rpc stop --now\", then "
                                  "\"daemon-rpc start\"")
                       .arg(daemonName())));
    });
}

RestartCommand::~RestartCommand() = default;

SubcommandSpec RestartCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "restart";
    spec.summary = QStringLiteral("replace the daemon by a fresh one");
    spec.notes =
        QStringLiteral("The old daemon finishes its requests; new ones go to the fresh one at once.\n");
    spec.make = [](const Invocation &invocation) { return std::make_unique<RestartCommand>(invocation); };
    return spec;
}

void RestartCommand::start()
{
    if (!invocation().globals.maySpawn) {
        fail(Error(ErrorCode::InvalidArgument,
                   QStringLiteral("--no-spawn forbids to start the fresh daemon; leave that out")));
        return;
    }
    admin().status(answerOrAbsent<DaemonSnapshot>(
        [this](const DaemonSnapshot &daemon) {
            m_old = daemon;
            handOver();
        },
        [this] { bringUp([this](const DaemonSnapshot &fresh) { onUp(fresh); }); }));
}

void RestartCommand::handOver()
{
    m_channel = std::make_unique<RpcChannel>(withoutSpawning(invocation().client), Intent::Replace);
    connect(m_channel.get(), &RpcChannel::failed, this, &RestartCommand::onChannelEnded);
    m_handOverTimer.start(answerTimeout);
}

void RestartCommand::onChannelEnded(const Error &error)
{
    m_handOverTimer.stop();
    // Somebody else may have stopped it meanwhile: then there is nothing left to replace.
    const bool isGone = error.code() == ErrorCode::DaemonReplaced || error.code() == ErrorCode::NotRunning;
    if (isGone)
        bringUp([this](const DaemonSnapshot &fresh) { onUp(fresh); });
    else
        fail(error);
}

void RestartCommand::onUp(const DaemonSnapshot &fresh)
{
    if (!m_old) {
        messenger().showInformation(QStringLiteral("daemon \"%1\" was not running; started it (pid %2)")
                                        .arg(fresh.daemonId)
                                        .arg(fresh.pid));
        finish(0);
        return;
    }
    const QString rest = m_old->runningRequests > 0
                             ? QStringLiteral("; the old one finishes %1")
                                   .arg(formatCount(m_old->runningRequests, QStringLiteral("request")))
                             : QString();
    messenger().showInformation(
        QStringLiteral("restarted daemon \"%1\": pid %2, formerly %3%4")
            .arg(fresh.daemonId, QString::number(fresh.pid), QString::number(m_old->pid), rest));
    finish(0);
}

} // namespace DaemonRpc::Cli
