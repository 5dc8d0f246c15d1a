// A program to run for a request.
#pragma once

#include <daemonrpc/base/export.h>

#include <QByteArray>
#include <QByteArrayList>

#include <chrono>

namespace DaemonRpc {

struct Command;

/// What a child process is started with. Value; all strings are raw bytes.
struct DAEMONRPC_EXPORT ProcessSpec
{
    QByteArray program;          ///< A path, or a name that is looked up in the PATH of `environment`.
    QByteArrayList arguments;    ///< Without the program itself.
    QByteArrayList environment;  ///< "NAME=value" each; the whole environment.
    QByteArray workingDirectory; ///< Absolute; empty means "/".
    quint32 umask = 022;
    bool hasInput = false; ///< Standard input comes from the client; else it is empty.

    /// @p program with @p arguments, in the directory, environment and umask that @p command carries.
    static ProcessSpec inContextOf(const Command &command, const QByteArray &program,
                                   const QByteArrayList &arguments);
};

} // namespace DaemonRpc
