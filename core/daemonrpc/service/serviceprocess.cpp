#include "logging_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/service/process/privileges.h>
#include <daemonrpc/service/serviceprocess.h>

#include <QFile>

#include <cerrno>

#include <unistd.h>

namespace DaemonRpc {

Result<void> ServiceProcess::prepare(const ServiceConfiguration &configuration, const DaemonOptions &options)
{
    applyLimits(configuration.limits);
    const ServiceConfiguration::Daemon &daemon = configuration.daemon;
    const Result<Account> account = findAccount(daemon.user, daemon.group);
    if (!account)
        return unexpected(account.error());
    const QString directory = options.runtimeDirectory.isEmpty()
                                  ? QFile::decodeName(qgetenv("DAEMON_RPC_RUNTIME_DIR"))
                                  : options.runtimeDirectory;
    if (!isRunningAs(*account) && !directory.isEmpty()) {
        if (const Result<void> made = prepareDirectoryFor(*account, directory); !made)
            return made;
    }
    if (!daemon.pidFile.isEmpty()) {
        if (const Result<void> ready = ClassicPidFile::prepare(daemon.pidFile, account->uid); !ready)
            return unexpected(ready.error().withContext(QStringLiteral("writing daemon.pid_file")));
    }
    if (const Result<void> dropped = dropPrivileges(*account); !dropped)
        return dropped;
    if (::chdir(QFile::encodeName(daemon.workingDirectory).constData()) != 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot enter daemon.working_directory,"),
                                         daemon.workingDirectory));
    return {};
}

void ServiceProcess::writePidFile(const QString &path)
{
    if (path.isEmpty())
        return;
    Result<ClassicPidFile> written = ClassicPidFile::write(path, ::geteuid());
    if (written)
        m_pidFile = std::move(*written);
    else
        qCWarning(lcService).noquote() << "cannot write daemon.pid_file:" << written.error().message();
}

void ServiceProcess::applyLimits(const ServiceConfiguration::ResourceLimits &limits)
{
    const QStringList shortfalls = m_limits.apply(limits);
    for (const QString &shortfall : shortfalls)
        qCWarning(lcService).noquote() << shortfall;
}

void ServiceProcess::leaveToSuccessor()
{
    if (m_pidFile)
        m_pidFile->abandon();
    m_pidFile.reset();
}

} // namespace DaemonRpc
