#include "commands/restartcommand.h"

namespace DaemonRpc::Cli {

RestartCommand::RestartCommand(const Invocation &invocation)
    : StartingCommand(invocation)
{
    m_restartTimer.setSingleShot(true);
    connect(&m_restartTimer, &QTimer::timeout, this, [this] {
        fail(Error(ErrorCode::Timeout,
                   tr("daemon \"%1\" does not say how its restart went; see \"daemon-rpc list\" "
                      "and \"daemon-rpc logs\"")
                       .arg(daemonName())));
    });
    m_handOverTimer.setSingleShot(true);
    connect(&m_handOverTimer, &QTimer::timeout, this, [this] {
        fail(Error(ErrorCode::Timeout,
                   tr("daemon \"%1\" does not hand over; use \"daemon-rpc stop --now\", then "
                      "\"daemon-rpc start\"")
                       .arg(daemonName())));
    });
}

RestartCommand::~RestartCommand() = default;

SubcommandSpec RestartCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "restart";
    spec.summary = tr("replace the daemon by a fresh one");
    spec.notes = tr("The daemon starts a fresh copy of the program it was started from, and no call is lost "
                    "or refused. The old daemon finishes its requests; new ones go to the fresh one at once. "
                    "When the fresh one cannot start, the old one goes on.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<RestartCommand>(invocation); };
    return spec;
}

void RestartCommand::start()
{
    if (!invocation().globals.maySpawn) {
        fail(Error(ErrorCode::InvalidArgument,
                   tr("--no-spawn forbids to start the fresh daemon; leave that out")));
        return;
    }
    admin().status(answerOrAbsent<DaemonSnapshot>(
        [this](const DaemonSnapshot &daemon) {
            m_old = daemon;
            messenger().showProgress(tr("restarting daemon \"%1\"…").arg(daemonName()));
            m_restartTimer.start(invocation().client.spawnTimeout + answerTimeout);
            admin().restart([this](const Result<RestartReport> &report) { onRestarted(report); });
        },
        [this] { bringUp([this](const DaemonSnapshot &fresh) { onUp(fresh); }); }));
}

void RestartCommand::onRestarted(const Result<RestartReport> &report)
{
    m_restartTimer.stop();
    if (report)
        tell(report->successorPid, report->pid, report->runningRequests);
    else if (report.error().code() == ErrorCode::Unsupported)
        handOver(); // it does not know the method, or not how it was started
    else if (report.error().code() == ErrorCode::Draining)
        bringUp([this](const DaemonSnapshot &fresh) { onUp(fresh); }); // somebody else was faster
    else
        fail(report.error());
}

// The way of daemons that do not restart by themselves.
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
        messenger().showInformation(
            tr("daemon \"%1\" was not running; started it (pid %2)").arg(fresh.daemonId).arg(fresh.pid));
        finish(0);
        return;
    }
    tell(fresh.pid, m_old->pid, m_old->runningRequests);
}

void RestartCommand::tell(qint64 freshPid, qint64 oldPid, qint64 requestsLeft)
{
    const auto requests = static_cast<int>(requestsLeft);
    const QString text =
        requests > 0 ? tr("restarted daemon \"%1\": pid %2, formerly %3; the old one finishes %n request(s)",
                          nullptr, requests)
                     : tr("restarted daemon \"%1\": pid %2, formerly %3");
    messenger().showInformation(text.arg(daemonName(), QString::number(freshPid), QString::number(oldPid)));
    finish(0);
}

} // namespace DaemonRpc::Cli
