// Starting a process that is nobody's child.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/result.h>

#include <QByteArrayList>
#include <QList>

namespace DaemonRpc {

/// What to start. Value. The descriptors are above 2 and stay the caller's.
struct DetachedStart
{
    QByteArray program;         ///< An absolute path.
    QByteArrayList arguments;   ///< Byte-exact, without the program.
    int input = -1;             ///< Becomes 0.
    int output = -1;            ///< Becomes 1 and 2.
    QList<int> kept;            ///< Keep their numbers; everything else is closed.
    QByteArrayList environment; ///< "NAME=value", over the environment of this process.
};

/// What became of it, as read from the report descriptor: one per start, or none when nobody could see it.
struct DetachedReport
{
    enum Kind : int {
        NotStarted, ///< value is the errno of fork(2), chdir(2) or execv(2).
        Exited,     ///< value is the exit code.
        Killed,     ///< value is the signal.
    };

    int kind = NotStarted;
    int value = 0;
};

/// Starts a program in a session of its own, with the working directory /, default signals and no descriptor
/// but the given ones. The calling thread is held for two fork(2) calls, never for the program.
///
/// Returns the descriptor (non-blocking) from which one DetachedReport can be read once the program has
/// ended. Between the caller and the program stands a *witness*: a process that waits for the program in
/// order to report. It is not the caller's child either, and goes away as soon as the descriptor is closed,
/// by the caller or by its death; the program goes on, unless the caller wrote a byte to the descriptor
/// before: then the witness kills it.
///
/// Not QProcess: Qt 6.4 runs a child process modifier in a vfork(2) child, so a modifier that waits would
/// suspend the caller, and ~QProcess() waits for its child.
///
/// Errors: ResourceExhausted; those of socketpair(2) and fork(2).
Result<FileDescriptor> startDetached(const DetachedStart &start);

/// Moves @p fd out of the way of 0, 1 and 2, which the process may have closed.
FileDescriptor aboveStandardStreams(FileDescriptor fd);

} // namespace DaemonRpc
