#include "admincommand.h"

#include <daemonrpc/instance/instancelock.h>
#include <daemonrpc/instance/pidfile.h>

namespace DaemonRpc::Cli {

ClientOptions withoutSpawning(ClientOptions options)
{
    options.maySpawn = false;
    return options;
}

AdminCommand::AdminCommand(const Invocation &invocation)
    : Subcommand(invocation)
{
    m_answerTimer.setSingleShot(true);
    connect(&m_answerTimer, &QTimer::timeout, this, [this] { fail(unresponsive()); });
}

AdminCommand::~AdminCommand() = default;

AdminClient &AdminCommand::admin()
{
    if (!m_admin)
        m_admin = std::make_unique<AdminClient>(withoutSpawning(invocation().client));
    return *m_admin;
}

void AdminCommand::failAsAdmin(const Error &error)
{
    if (error.code() == ErrorCode::NotRunning)
        fail(Error(ErrorCode::NotRunning, QStringLiteral("no daemon \"%1\" is running").arg(daemonName()),
                   error.context()));
    else
        fail(error);
}

QString AdminCommand::daemonName() const { return invocation().client.daemonId.toString(); }

Result<RuntimeDirectory> AdminCommand::runtimeDirectory() const
{
    const ClientOptions &options = invocation().client;
    return options.daemonOwner ? RuntimeDirectory::forUser(*options.daemonOwner, options.runtimeDirectory)
                               : RuntimeDirectory::resolve(options.runtimeDirectory);
}

Error AdminCommand::unresponsive() const
{
    QString who = QStringLiteral("daemon \"%1\"").arg(daemonName());
    QString remedy = QStringLiteral("see its log");
    if (const Result<RuntimeDirectory> directory = runtimeDirectory()) {
        const InstanceName name(invocation().client.daemonId);
        const Result<InstanceInfo> info = readPidFile(directory->pidPath(name), directory->owner());
        if (info && InstanceLock::isHeld(directory->lockPath(name))) {
            who += QStringLiteral(" (pid %1)").arg(info->pid);
            remedy = QStringLiteral("if it hangs, end it with \"kill %1\"").arg(info->pid);
        }
    }
    return Error(ErrorCode::Timeout, QStringLiteral("%1 does not answer within %2 s; %3")
                                         .arg(who)
                                         .arg(answerTimeout.count() / 1000)
                                         .arg(remedy));
}

} // namespace DaemonRpc::Cli
