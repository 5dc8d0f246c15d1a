// The options that every subcommand shares.
#pragma once

#include "optionspec.h"
#include "terminal.h"

#include <daemonrpc/client/clientoptions.h>

#include <QCoreApplication>

namespace DaemonRpc::Cli {

enum class Verbosity { Quiet, Normal, Verbose };

/// The global options, checked. Value.
struct GlobalOptions
{
    DaemonId daemonId;
    QString runtimeDirectory; ///< Empty: the usual places.
    Address address;          ///< By default the daemonId of this machine.
    QByteArray token;         ///< What is in the token file.
    TlsClientFiles tls;
    QString daemonProgram;          ///< Empty: see findDaemonProgram().
    QByteArrayList daemonArguments; ///< What is passed on to a daemon that is started.
    std::optional<quint32> owner;   ///< The user whose daemon is meant, when named.
    QString ownerName;              ///< As it was typed.
    std::chrono::milliseconds spawnTimeout = ClientOptions().spawnTimeout;
    std::chrono::milliseconds timeout{0}; ///< The command's; 0 = none.
    VersionPolicy versionPolicy = VersionPolicy::NewerWins;
    bool maySpawn = true;
    bool isInProcess = false;
    Verbosity verbosity = Verbosity::Normal;
    ColorMode color = ColorMode::Auto;

    /// The options that parse() understands, and --help and --version.
    static QList<OptionSpec> specs();

    /// Reads @p values, the token file, DAEMON_RPC_ID, DAEMON_RPC_ADDRESS, DAEMON_RPC_TOKEN_FILE and
    /// DAEMON_RPC_DAEMON. Relative paths are taken from the working directory, since a daemon lives in "/".
    /// Errors: InvalidArgument, InvalidAddress; of the token file those of TokenFile::read().
    static Result<GlobalOptions> parse(const OptionValues &values);

    /// For the library, with @p build as this program's build and @p ownDirectory as where it lives.
    [[nodiscard]] ClientOptions clientOptions(const BuildIdentity &build, const QString &ownDirectory) const;

    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::GlobalOptions)
};

/// The daemon beside a program in @p ownDirectory: `daemon-rpcd` there, in ../libexec, or by name from PATH.
[[nodiscard]] QString findDaemonProgram(const QString &ownDirectory);

/// A count of milliseconds given for option @p name. Errors: InvalidArgument, with the range.
[[nodiscard]] Result<std::chrono::milliseconds> parseMilliseconds(const QByteArray &name,
                                                                  const QByteArray &text);

} // namespace DaemonRpc::Cli
