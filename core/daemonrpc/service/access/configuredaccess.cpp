#include "../logging_p.h"

#include <daemonrpc/instance/tokenfile.h>
#include <daemonrpc/service/access/configuredaccess.h>

#include <algorithm>

#include <pwd.h>

namespace DaemonRpc {

// So many wrong tokens may come at once: people mistype, programs are started together.
static constexpr int failedTokensAtOnce = 10;

static std::optional<quint32> userNamed(const QString &name)
{
    bool isNumber = false;
    const uint number = name.toUInt(&isNumber);
    if (isNumber)
        return number;
    if (const struct passwd *entry = ::getpwnam(name.toLocal8Bit().constData()))
        return entry->pw_uid;
    return std::nullopt;
}

ConfiguredAccess::ConfiguredAccess(const ServiceConfiguration &configuration)
    : m_access(configuration.access)
    , m_failures(m_access.failedTokensPerMinute, std::min(failedTokensAtOnce, m_access.failedTokensPerMinute))
{
    for (const auto &[name, role] : m_access.users.asKeyValueRange()) {
        const std::optional<quint32> uid = userNamed(name);
        if (uid)
            m_users.insert(*uid, roleFromName(role).value_or(Role::None));
        else
            qCWarning(lcService).noquote() << "access.users: there is no user" << name;
    }
    for (const QByteArray &name : m_access.remoteCommands)
        m_remoteCommands.insert(name);
    for (const CommandDefinition &command : configuration.commands) {
        if (command.isRemote)
            m_remoteCommands.insert(command.name);
    }
}

Role ConfiguredAccess::roleOf(const PeerIdentity &peer) const
{
    if (peer.isRemote()) {
        const QString role =
            peer.certificateName.isEmpty() ? QString() : m_access.certificates.value(peer.certificateName);
        return roleFromName(role).value_or(Role::None);
    }
    const Role role = AccessPolicy::roleOf(peer);
    return role == Role::None && peer.credentials ? m_users.value(peer.credentials->uid, Role::None) : role;
}

bool ConfiguredAccess::mayAuthenticate(const PeerIdentity &peer) const { return peer.isRemote(); }

bool ConfiguredAccess::isToken(const QString &path, QByteArrayView presented) const
{
    if (path.isEmpty())
        return false;
    const Result<QByteArray> token = TokenFile::read(path);
    if (!token && m_unreadable.admits())
        qCWarning(lcService).noquote() << token.error().message() << m_unreadable.suffix();
    return token && TokenFile::matches(*token, presented);
}

// "[::1]:50412" without the port. One machine has plenty of IPv6 addresses, all within 64 bits; they are not
// told apart here, a handful of tokens for each of them helps nobody against 128 random bits.
static QByteArray hostOf(const PeerIdentity &peer)
{
    return peer.remoteAddress.left(peer.remoteAddress.lastIndexOf(u':')).toLatin1();
}

Result<Role> ConfiguredAccess::authenticate(const PeerIdentity &peer, QByteArrayView token) const
{
    const QByteArray host = hostOf(peer);
    if (!m_failures.has(host)) {
        return unexpected(ErrorCode::ResourceExhausted,
                          QStringLiteral("too many wrong tokens came from this address; try again later"));
    }
    const bool isControl = isToken(m_access.controlTokenFile, token);
    const bool isReadOnly = isToken(m_access.readOnlyTokenFile, token);
    if (isControl || isReadOnly)
        return isControl ? Role::Control : Role::ReadOnly;
    m_failures.take(host);
    if (m_refusals.admits()) {
        qCWarning(lcService).noquote() << "a wrong token came from" << peer.describe() << m_refusals.suffix();
    }
    return unexpected(ErrorCode::PermissionDenied,
                      QStringLiteral("the daemon does not accept this token; it has to be the one in its "
                                     "token file"));
}

bool ConfiguredAccess::mayRun(const PeerIdentity &peer, QByteArrayView name,
                              const CommandHandler & /*handler*/) const
{
    return !peer.isRemote() || m_remoteCommands.contains(name.toByteArray());
}

} // namespace DaemonRpc
