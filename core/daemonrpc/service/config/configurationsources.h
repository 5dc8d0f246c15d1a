// What a configuration is made of.
#pragma once

#include <daemonrpc/service/export.h>

#include <QByteArrayList>
#include <QList>
#include <QMap>
#include <QString>

namespace DaemonRpc {

/// A key given on the command line. Value.
struct ConfigurationOption
{
    QString option; ///< As a person knows it: "--grace-ms".
    QString key;    ///< "performance.grace_ms"
    QString text;
};

/// The layers of a configuration, the weakest first. Value; kept for reading everything again at a reload.
struct DAEMONRPC_SERVICE_EXPORT ConfigurationSources
{
    QString systemFile;                       ///< Need not exist.
    QString userFile;                         ///< Need not exist.
    QString file;                             ///< Named by a person: must exist. Absolute; empty: none.
    QMap<QByteArray, QByteArray> environment; ///< Documented variables that are set and not empty.
    QList<ConfigurationOption> options;       ///< A later one wins.

    /// Names that the configuration may not give to a command.
    QByteArrayList reservedCommands;
    /// What a command in a fixed environment gets when it names none: "NAME=value".
    QByteArrayList baseEnvironment;

    /// The layers of this process: /etc/daemon-rpc/daemon.yaml, daemon-rpc/daemon.yaml in XDG_CONFIG_HOME
    /// (else ~/.config), and the environment as it is now.
    [[nodiscard]] static ConfigurationSources ofProcess();

    /// @p path alone: what a check of that file looks at.
    [[nodiscard]] static ConfigurationSources ofFile(const QString &path);
};

} // namespace DaemonRpc
