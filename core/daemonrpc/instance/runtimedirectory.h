// Where the files of a user's daemons live.
#pragma once

#include <daemonrpc/instance/instancename.h>

namespace DaemonRpc {

/// The directory that holds sockets, locks, pid files and logs of one user's daemons. Value.
///
/// Chosen in this order: the override argument; the environment variable DAEMON_RPC_RUNTIME_DIR;
/// /run/user/<uid>/daemon-rpc when /run/user/<uid> exists and belongs to that user; /tmp/daemon-rpc-<uid>.
/// Apart from the override it depends on the effective uid alone, never on XDG_RUNTIME_DIR, TMPDIR or HOME,
/// so that an editor, a cron job and a shell meet the same daemon.
///
///     const Result<RuntimeDirectory> directory = RuntimeDirectory::resolve();
///     if (!directory)
///         return unexpected(directory.error());
///     if (const Result<void> ready = directory->prepare(); !ready) // a client that must not create:
///     verify()
///         return unexpected(ready.error());
///     const Result<QString> socket = directory->socketPath(id);
class DAEMONRPC_EXPORT RuntimeDirectory
{
public:
    /// What the choice depends on; the roots are replaced by tests.
    struct Inputs
    {
        QString overridePath; ///< Empty for none.
        quint32 uid = 0;      ///< Whose directory it is.
        QString userRuntimeRoot = QStringLiteral("/run/user");
        QString temporaryRoot = QStringLiteral("/tmp");
    };

    /// The directory of the effective user. A relative @p overridePath is made absolute.
    /// Errors: InvalidArgument for a path that cannot name a directory.
    static Result<RuntimeDirectory> resolve(const QString &overridePath = {});

    /// The directory of user @p uid, for root asking for a user's daemon; the environment is not consulted,
    /// it speaks of the caller. Errors: as resolve().
    static Result<RuntimeDirectory> forUser(quint32 uid, const QString &overridePath = {});

    /// The rule itself: no environment, only @p inputs (and whether <userRuntimeRoot>/<uid> exists).
    static Result<RuntimeDirectory> choose(const Inputs &inputs);

    /// Creates the directory (mode 0700, the last component only) if it is missing, then verifies it.
    /// Errors: as verify(); InvalidArgument when the parent is missing; PermissionDenied when the directory
    /// belongs to another user than the caller.
    Result<void> prepare() const;

    /// Checks that the directory can be trusted: no link, of the right owner, closed to everybody else. An
    /// override may also be a sticky world-writable directory of root or the owner, such as /tmp, because
    /// every file in it is checked by itself. Errors: NotRunning when it does not exist, UnsafeDirectory,
    /// PermissionDenied.
    Result<void> verify() const;

    [[nodiscard]] const QString &path() const { return m_path; }

    /// The uid that must own the directory and the files in it.
    [[nodiscard]] quint32 owner() const { return m_owner; }

    /// Whether the path was given by a person (argument or environment).
    [[nodiscard]] bool isOverride() const { return m_isOverride; }

    /// The longest socket path the system takes, in bytes (107 on Linux, unix(7)).
    static int maxSocketPathBytes();

    /// Errors: NameTooLong, naming path, limit and remedy.
    [[nodiscard]] Result<QString> socketPath(const InstanceName &name) const;
    [[nodiscard]] QString lockPath(const InstanceName &name) const;
    [[nodiscard]] QString pidPath(const InstanceName &name) const;
    [[nodiscard]] QString logPath(const InstanceName &name) const;

    friend bool operator==(const RuntimeDirectory &, const RuntimeDirectory &) = default;

private:
    RuntimeDirectory(QString path, quint32 owner, bool isOverride);
    [[nodiscard]] QString filePath(const InstanceName &name, const QString &suffix) const;

    QString m_path;
    quint32 m_owner;
    bool m_isOverride;
};

} // namespace DaemonRpc
