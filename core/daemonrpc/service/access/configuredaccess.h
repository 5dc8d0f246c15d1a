// Who may do what, as the configuration says.
#pragma once

#include <daemonrpc/base/logthrottle.h>
#include <daemonrpc/base/ratelimiter.h>
#include <daemonrpc/server/accesspolicy.h>
#include <daemonrpc/service/config/serviceconfiguration.h>
#include <daemonrpc/service/export.h>

#include <QHash>
#include <QSet>

namespace DaemonRpc {

/// The AccessPolicy of a configured daemon: the sections `access` and `commands`. Thread-bound.
///
/// On this machine: the daemon's own user and root have control, the users in `access.users` what is written
/// there, nobody else anything. From anywhere else: what a token or a verified certificate gives, and of the
/// commands those that are opened to remote callers. Token files are read whenever a token is presented, so
/// that a changed one counts at once.
///
///     server.setAccessPolicy(std::make_shared<ConfiguredAccess>(configuration));
class DAEMONRPC_SERVICE_EXPORT ConfiguredAccess : public AccessPolicy
{
public:
    explicit ConfiguredAccess(const ServiceConfiguration &configuration);

    [[nodiscard]] Role roleOf(const PeerIdentity &peer) const override;
    /// Remote peers are told why they may do nothing; strangers of this machine are not.
    [[nodiscard]] bool mayAuthenticate(const PeerIdentity &peer) const override;
    [[nodiscard]] Result<Role> authenticate(const PeerIdentity &peer, QByteArrayView token) const override;
    [[nodiscard]] bool mayRun(const PeerIdentity &peer, QByteArrayView name,
                              const CommandHandler &handler) const override;

private:
    [[nodiscard]] bool isToken(const QString &path, QByteArrayView presented) const;

    ServiceConfiguration::Access m_access;
    QHash<quint32, Role> m_users;
    QSet<QByteArray> m_remoteCommands;
    mutable RateLimiter m_failures;
    mutable LogThrottle m_refusals;
    mutable LogThrottle m_unreadable;
};

} // namespace DaemonRpc
