// The command line of daemon-rpcd.
#pragma once

#include "daemon/configurationquery.h"

#include <daemonrpc/base/result.h>
#include <daemonrpc/daemon/daemonoptions.h>
#include <daemonrpc/service/config/loadedconfiguration.h>

#include <QCoreApplication>
#include <QStringList>

namespace DaemonRpc {

/// What the command line says. Value.
struct DaemonArguments
{
    DaemonOptions options; ///< What the configuration says is in here, too.
    LoadedConfiguration loaded;
    ConfigurationSources sources;    ///< For a ConfigurationLoader: to read the configuration again.
    ConfigurationQuery query;        ///< When it is one, nothing has been loaded.
    bool isForeground = false;       ///< Stay attached; else start a detached copy and report on it.
    int notificationDescriptor = -1; ///< Of s6; -1: none.
    QString newTokenFile;            ///< Make this file instead of serving; nothing has been loaded then.
    bool wantsHelp = false;
    bool wantsVersion = false;

    /// Reads the command line and then the configuration, from @p sources with the options of the command
    /// line over them. Errors: InvalidArgument, InvalidAddress; with what is wrong and where to look.
    static Result<DaemonArguments> parse(const QStringList &arguments,
                                         ConfigurationSources sources = ConfigurationSources::ofProcess());

    /// The text of --help.
    static QString helpText();

    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::DaemonArguments)
};

} // namespace DaemonRpc
