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

QString forcedEndName(ForcedEnd end)
{
    switch (end) {
    case ForcedEnd::None: return {};
    case ForcedEnd::ProcessGroupKilled: return QStringLiteral("process_group_killed");
    case ForcedEnd::WorkerQuarantined: return QStringLiteral("worker_quarantined");
    case ForcedEnd::HandlerDropped: return QStringLiteral("handler_dropped");
    }
    return {};
}

} // namespace DaemonRpc
