#include "admincommand.h"

#include "unresponsivedaemon.h"

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
    connect(&m_answerTimer, &QTimer::timeout, this,
            [this] { fail(unresponsiveDaemon(this->invocation().client, answerTimeout)); });
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
        fail(Error(ErrorCode::NotRunning, tr("no daemon \"%1\" is running").arg(daemonName()),
                   error.context()));
    else
        fail(error);
}

void AdminCommand::finishAsAbsent()
{
    messenger().showInformation(tr("no daemon \"%1\" is running").arg(daemonName()));
    finish(0);
}

QString AdminCommand::daemonName() const
{
    const ClientOptions &client = invocation().client;
    return client.address.isRemote() ? client.address.toString() : client.daemonId.toString();
}

Result<RuntimeDirectory> AdminCommand::runtimeDirectory() const
{
    return runtimeDirectoryOf(invocation().client);
}

} // namespace DaemonRpc::Cli
