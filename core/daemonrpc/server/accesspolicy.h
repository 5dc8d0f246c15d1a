// Who may do what.
#pragma once

#include <daemonrpc/base/peeridentity.h>
#include <daemonrpc/handler/commandhandler.h>
#include <daemonrpc/transport/stream.h>

namespace DaemonRpc {

/// Decides what peers may do. Thread-bound; asked on every connection, so it must be quick.
///
/// This one serves the daemon's own user and root, with all there is, and nobody else. Derive from it to
/// grant more.
///
///     server.setAccessPolicy(std::make_shared<ConfiguredAccess>(configuration.access));
class DAEMONRPC_EXPORT AccessPolicy
{
public:
    virtual ~AccessPolicy();

    /// What @p peer may do before it has said anything; its own role is to be ignored.
    [[nodiscard]] virtual Role roleOf(const PeerIdentity &peer) const;

    /// Whether a peer without a role is listened to, so that it can authenticate; else its stream is closed
    /// without a word.
    [[nodiscard]] virtual bool mayAuthenticate(const PeerIdentity &peer) const;

    /// What @p peer may do with @p token. Errors: PermissionDenied, for a wrong token, whatever is wrong with
    /// it; ResourceExhausted, for a peer that has tried too often.
    [[nodiscard]] virtual Result<Role> authenticate(const PeerIdentity &peer, QByteArrayView token) const;

    /// Whether @p peer, whose role is Control, may run the command @p name, which @p handler serves.
    [[nodiscard]] virtual bool mayRun(const PeerIdentity &peer, QByteArrayView name,
                                      const CommandHandler &handler) const;
};

} // namespace DaemonRpc
