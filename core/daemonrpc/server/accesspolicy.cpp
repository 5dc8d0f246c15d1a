#include <daemonrpc/server/accesspolicy.h>

#include <unistd.h>

namespace DaemonRpc {

AccessPolicy::~AccessPolicy() = default;

// Root may do anything to this process anyway; its client still refuses to, unless it is asked by option.
// A stream without credentials was made by this very process: memory, devices.
Role AccessPolicy::roleOf(const PeerIdentity &peer) const
{
    if (peer.isRemote())
        return Role::None;
    const bool isTrusted =
        !peer.credentials || peer.credentials->uid == ::geteuid() || peer.credentials->uid == 0;
    return isTrusted ? Role::Control : Role::None;
}

bool AccessPolicy::mayAuthenticate(const PeerIdentity & /*peer*/) const { return false; }

Result<Role> AccessPolicy::authenticate(const PeerIdentity & /*peer*/, QByteArrayView /*token*/) const
{
    return unexpected(ErrorCode::PermissionDenied, QStringLiteral("this daemon takes no token"));
}

// What a local caller runs, it could run without the daemon; nothing is open to the network by itself.
bool AccessPolicy::mayRun(const PeerIdentity &peer, QByteArrayView /*name*/,
                          const CommandHandler & /*handler*/) const
{
    return !peer.isRemote();
}

} // namespace DaemonRpc
