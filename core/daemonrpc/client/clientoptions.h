// How a client finds, starts and judges its daemon.
#pragma once

#include <daemonrpc/base/daemonid.h>
#include <daemonrpc/base/limits.h>
#include <daemonrpc/client/retrypolicy.h>
#include <daemonrpc/instance/buildidentity.h>
#include <daemonrpc/transport/address.h>
#include <daemonrpc/transport/tcp/tlsfiles.h>
#include <daemonrpc/wire/versioncheck.h>

#include <QByteArrayList>
#include <QString>

#include <chrono>
#include <optional>

namespace DaemonRpc {

/// Options of a Client. Value.
struct ClientOptions
{
    /// Where the daemon is. By default daemonId of this machine. A daemon elsewhere (tcp, tls), or at a path,
    /// is never started, and what it runs does not get this process's environment and directory; local:NAME
    /// stands for daemonId.
    Address address;
    QByteArray token;   ///< For daemons at a remote address: the content of a token file of theirs.
    TlsClientFiles tls; ///< For tls addresses.

    DaemonId daemonId;
    QString runtimeDirectory; ///< Empty: the usual places (RuntimeDirectory::resolve).

    /// The program that is started when no daemon runs: a path, or a name looked up in PATH. It gets
    /// `--daemon-id`,
    /// `--runtime-dir`, `--build-timestamp`, `--build-id`, then daemonArguments, then `--ready-fd`.
    QString daemonProgram = QStringLiteral("daemon-rpcd");
    QByteArrayList daemonArguments;
    bool maySpawn = true;
    std::chrono::milliseconds spawnTimeout{
        10000}; ///< From the first attempt to a connection, spawned or not.

    VersionPolicy versionPolicy = VersionPolicy::NewerWins;
    BuildIdentity build = BuildIdentity::current();

    /// The user whose daemon may be talked to; nothing: the caller's own. Never starts a daemon for another
    /// user.
    std::optional<quint32> daemonOwner;

    Limits limits;

    /// What is done about failures that trying again can mend. Whatever it says, a daemon that has just given
    /// way to a fresh one is followed at once.
    RetryPolicy retry;

    /// What a client with these options says first. It never replaces a daemon of another machine: the
    /// protocol range decides there, as with VersionPolicy::Ignore.
    [[nodiscard]] VersionCheck versionCheck(Intent intent, StartReason reason = StartReason::UserAction) const
    {
        VersionCheck version;
        version.buildTimestampMs = build.timestampMs;
        version.buildId = build.id;
        version.policy = address.isRemote() ? VersionPolicy::Ignore : versionPolicy;
        if (address.isRemote())
            version.token = token;
        version.intent = intent;
        version.startReason = reason;
        return version;
    }
};

} // namespace DaemonRpc
