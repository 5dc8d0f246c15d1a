#include <daemonrpc/server/requestrecord.h>

namespace DaemonRpc {

QString requestStateName(RequestState state)
{
    switch (state) {
    case RequestState::Queued: return QStringLiteral("queued");
    case RequestState::Running: return QStringLiteral("running");
    case RequestState::Cancelling: return QStringLiteral("cancelling");
    case RequestState::Finished: return QStringLiteral("finished");
    }
    return {};
}

} // namespace DaemonRpc
