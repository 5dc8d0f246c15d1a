#include <daemonrpc/session/versiondecision.h>

namespace DaemonRpc {

VersionDecision decideVersion(const VersionCheck &daemon, const VersionCheck &client)
{
    const auto handOver = [&client] {
        return client.startReason == StartReason::UserAction ? VersionDecision::HandOver
                                                             : VersionDecision::RefuseReconnect;
    };
    const bool hasCommonProtocol =
        client.protocolMin <= daemon.protocolMax && daemon.protocolMin <= client.protocolMax;
    if (client.intent == Intent::Replace)
        return handOver();
    if (!hasCommonProtocol) {
        const bool clientIsNewer = client.protocolMin > daemon.protocolMax;
        if (clientIsNewer && client.policy == VersionPolicy::NewerWins && client.intent == Intent::Run)
            return handOver();
        return VersionDecision::RefuseProtocol;
    }
    const bool statesNoBuild = daemon.buildId.isEmpty() && daemon.buildTimestampMs == 0;
    if (client.intent == Intent::Admin || client.policy == VersionPolicy::Ignore || statesNoBuild)
        return VersionDecision::Serve;
    if (!client.buildId.isEmpty() && client.buildId == daemon.buildId)
        return VersionDecision::Serve;
    const bool isSameBuild = client.buildId.isEmpty() || daemon.buildId.isEmpty();
    if (client.buildTimestampMs == daemon.buildTimestampMs &&
        (isSameBuild || client.policy != VersionPolicy::Exact))
        return VersionDecision::Serve;
    if (client.policy == VersionPolicy::Exact)
        return handOver();
    return client.buildTimestampMs > daemon.buildTimestampMs ? handOver() : VersionDecision::RefuseOlder;
}

} // namespace DaemonRpc
