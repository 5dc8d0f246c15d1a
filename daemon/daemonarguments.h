// The command line of daemon-rpcd.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/daemon/daemonoptions.h>

#include <QStringList>

namespace DaemonRpc {

/// What the command line says. Value.
struct DaemonArguments
{
    DaemonOptions options;
    bool isForeground = false; ///< Stay attached; else start a detached copy and report on it.
    bool wantsHelp = false;
    bool wantsVersion = false;

    /// Errors: InvalidArgument, InvalidAddress; with what is wrong and where to look.
    static Result<DaemonArguments> parse(const QStringList &arguments);

    /// The text of --help.
    static QString helpText();
};

} // namespace DaemonRpc
