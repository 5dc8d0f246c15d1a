// How a daemon is started once more.
#pragma once

#include <daemonrpc/base/export.h>

#include <QByteArrayList>
#include <QList>
#include <QString>
#include <QStringList>

namespace DaemonRpc {

/// The program, and its arguments, that a daemon starts to be replaced by. Value.
///
/// The daemon adds to the arguments what a start needs: `--daemon-id`, `--runtime-dir`, the build it was
/// given by a client, what is inherited (`--inherit-lock-fd`, `--inherit-socket-fd`,
/// `--inherit-socket-inode`, `--inherit-supervised`),
/// `--restart-attempt` and `--ready-fd`; DaemonOptions::fromArguments() understands them all. The working
/// directory is /, so paths in arguments have to be absolute.
struct DAEMONRPC_EXPORT SuccessorCommand
{
    QString program;            ///< An absolute path; empty: the daemon cannot be restarted.
    QByteArrayList arguments;   ///< Without the program.
    QByteArrayList environment; ///< "NAME=value", over the environment of this process.
    QList<int> descriptors;     ///< Above 2; the successor gets them, too, under the same numbers.

    [[nodiscard]] bool isEmpty() const { return program.isEmpty(); }

    /// This program, as it was started with @p arguments (arguments[0] being its name): by the path it was
    /// called by, so that whatever is installed there by then gets started. Options that hold for one start
    /// only are left out. To be called before the program changes its working directory.
    static SuccessorCommand ofThisProcess(const QStringList &arguments);

    friend bool operator==(const SuccessorCommand &, const SuccessorCommand &) = default;
};

} // namespace DaemonRpc
