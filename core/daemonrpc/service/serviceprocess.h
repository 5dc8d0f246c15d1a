// What a daemon does to its own process before it serves.
#pragma once

#include <daemonrpc/daemon/daemonoptions.h>
#include <daemonrpc/service/config/serviceconfiguration.h>
#include <daemonrpc/service/process/classicpidfile.h>
#include <daemonrpc/service/process/processlimits.h>

#include <optional>

namespace DaemonRpc {

/// Resource limits, user and working directory, in the order that works: what only root may do
/// comes before the privileges are dropped. Thread-bound; one per process, before other threads run and
/// before the log's file is opened.
class DAEMONRPC_SERVICE_EXPORT ServiceProcess
{
public:
    /// Errors: those of findAccount(), prepareDirectoryFor(), ClassicPidFile, dropPrivileges(), chdir(2).
    /// After one the program must end.
    Result<void> prepare(const ServiceConfiguration &configuration, const DaemonOptions &options);

    /// Once the id is this process's: a pid file that was written before would be taken from the daemon that
    /// runs already. One that cannot be written is logged.
    void writePidFile(const QString &path);

    /// The resource limits, again after a reload. Those that could not be set in full are logged.
    void applyLimits(const ServiceConfiguration::ResourceLimits &limits);

    /// Another process is the daemon now: the pid file is its.
    void leaveToSuccessor();

private:
    ProcessLimits m_limits;
    std::optional<ClassicPidFile> m_pidFile;
};

} // namespace DaemonRpc
