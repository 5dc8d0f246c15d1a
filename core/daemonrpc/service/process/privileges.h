// Becoming a user without privileges, for good.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/service/export.h>

#include <QList>
#include <QString>

namespace DaemonRpc {

/// A user and group to run as. Value.
struct Account
{
    quint32 uid = 0;
    quint32 gid = 0;
    QString userName;      ///< Empty when the uid has no entry.
    QList<quint32> groups; ///< Supplementary groups, the gid included.

    friend bool operator==(const Account &, const Account &) = default;
};

/// Finds @p user and @p group, each a name or a number. Without a group it is the user's own; without a user
/// it is this process's. May ask the system's user database and block: for the start of a program. Errors:
/// InvalidArgument, naming what is unknown.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT Result<Account> findAccount(const QString &user, const QString &group);

/// Whether this process runs as @p account already.
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT bool isRunningAs(const Account &account);

/// Makes this process @p account and verifies it: supplementary groups first, then the group, then the user,
/// each as real, effective and saved id; then that there is no way back. Does nothing when it runs as that
/// already. After an error the process must not serve: it may be half of each.
///
/// Before Presence::establish() and other threads: the runtime directory, its files and the log belong to the
/// effective user, and RuntimeDirectory::resolve() chooses by it. What root alone can do comes earlier:
/// prepareDirectoryFor(), ClassicPidFile, hard limits.
/// Errors: PermissionDenied when only root can do it; Internal when the verification fails.
DAEMONRPC_SERVICE_EXPORT Result<void> dropPrivileges(const Account &account);

/// Creates @p path for @p account (mode 0700) when it is missing and only root can do that, as in /run. What
/// exists is left alone, RuntimeDirectory::verify() judges it. Errors: of mkdir(2), chown(2).
DAEMONRPC_SERVICE_EXPORT Result<void> prepareDirectoryFor(const Account &account, const QString &path);

} // namespace DaemonRpc
