// What a daemon is started with.
#pragma once

#include <daemonrpc/base/daemonid.h>
#include <daemonrpc/base/limits.h>
#include <daemonrpc/daemon/successorcommand.h>
#include <daemonrpc/instance/buildidentity.h>
#include <daemonrpc/instance/inheritance.h>

#include <QString>
#include <QStringList>

#include <chrono>

namespace DaemonRpc {

/// Options of a Daemon. Value.
struct DAEMONRPC_EXPORT DaemonOptions
{
    DaemonId id;
    QString runtimeDirectory; ///< Empty: the usual places (RuntimeDirectory::resolve).
    BuildIdentity build = BuildIdentity::current();
    Limits limits;
    /// Without requests for this long the daemon exits; 0 = never. Running requests count as activity,
    /// connections that only watch do not.
    std::chrono::milliseconds idleExit = std::chrono::hours(3);
    /// How long a stop waits for running requests before it cancels them.
    std::chrono::milliseconds stopTimeout{10000};
    /// Where start() reports how it went, to the client that waits for it; -1 for nowhere.
    int readyFd = -1;

    QString logPath; ///< Where its log is, for those who ask; empty: the usual file in the runtime directory.

    /// What is started by a restart; empty: there is none.
    SuccessorCommand restartCommand;
    /// How long a successor may take to become ready.
    std::chrono::milliseconds restartTimeout{10000};
    /// What is taken over from the daemon that started this one.
    Inheritance inheritance;
    /// A listening socket that a supervisor has bound at this daemon's own path, -1 for none. The daemon
    /// serves it and leaves its file alone; owned by start().
    int supervisedSocketFd = -1;
    /// Which restart in a row this start is, when daemons restart because they are not in order; 0 for any
    /// other start.
    int restartAttempt = 0;

    /// The options that a client or a predecessor gives to the daemon it starts, taken from a command line
    /// with the program's name first: `--daemon-id`, `--runtime-dir`, `--build-timestamp`, `--build-id`
    /// (these two only for the build `--build-of`, when that is given), `--ready-fd`, `--inherit-lock-fd`,
    /// `--inherit-socket-fd`, `--inherit-socket-inode`, `--inherit-supervised`, `--restart-attempt`; and
    /// restartCommand, from all of it. Everything else is left alone. Errors: InvalidArgument,
    /// InvalidAddress.
    static Result<DaemonOptions> fromArguments(const QStringList &arguments);
};

} // namespace DaemonRpc
