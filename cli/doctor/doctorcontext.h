// What the doctor looks at.
#pragma once

#include "daemonsurvey.h"

#include <daemonrpc/instance/buildidentity.h>
#include <daemonrpc/instance/runtimedirectory.h>

namespace DaemonRpc::Cli {

/// The subject of every check. Value.
struct DoctorContext
{
    RuntimeDirectory directory;
    DaemonId daemonId;
    QString daemonProgram; ///< A path, or a name that is looked up in PATH.
    BuildIdentity build;   ///< Of this client.
    std::vector<SurveyedDaemon> daemons;
    QString systemRoot; ///< Before /etc, /run and /usr; empty but in tests.

    /// The pid of @p daemon, 0 when it does not live or nobody knows.
    [[nodiscard]] static qint64 pidOf(const SurveyedDaemon &daemon)
    {
        if (daemon.snapshot)
            return daemon.snapshot->pid;
        return daemon.instance.info && !daemon.isDead() ? daemon.instance.info->pid : 0;
    }
};

} // namespace DaemonRpc::Cli
