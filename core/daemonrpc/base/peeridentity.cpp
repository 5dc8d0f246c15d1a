#include <daemonrpc/base/peeridentity.h>

namespace DaemonRpc {

QString PeerIdentity::describe() const
{
    if (isRemote() && !certificateName.isEmpty())
        return QStringLiteral("\"%1\" at %2").arg(certificateName, remoteAddress);
    if (isRemote())
        return remoteAddress;
    if (credentials)
        return QStringLiteral("uid %1, pid %2").arg(credentials->uid).arg(credentials->pid);
    return QStringLiteral("a peer of unknown origin");
}

} // namespace DaemonRpc
