#include "actions/actionconditions.h"

#include <algorithm>

namespace DaemonRpc::Monitor {

static bool isAskable(const MonitoredDaemon *daemon)
{
    return daemon && !daemon->isGone() && daemon->admin() != nullptr;
}

QString ActionConditions::obstacle(ActionNeed need, const ActionContext &context, const DaemonList *daemons)
{
    const bool isChartPage = context.pageId == u"charts";
    switch (need) {
    case ActionNeed::Nothing: return {};
    case ActionNeed::ChartPage: return isChartPage ? QString() : tr("Go to the page of charts first.");
    case ActionNeed::RecordPage: return isChartPage ? tr("Go to a page with a table first.") : QString();
    case ActionNeed::SelectedRows: return context.selectedRows > 0 ? QString() : tr("Select a row first.");
    case ActionNeed::OneRequest:
        if (context.requests.size() == 1)
            return {};
        return context.requests.isEmpty() ? tr("Select a request first.")
                                          : tr("Select one request alone first.");
    case ActionNeed::OneConnection:
        return context.requests.size() == 1 || context.connections.size() == 1
                   ? QString()
                   : tr("Select one request or one connection first.");
    case ActionNeed::RunningRequests: return cancelObstacle(context, daemons);
    case ActionNeed::GoneDaemons: {
        const bool hasGone = daemons && std::any_of(daemons->daemons().begin(), daemons->daemons().end(),
                                                    [](const auto &daemon) { return daemon->isGone(); });
        return hasGone ? QString() : tr("No daemon in the list has ended.");
    }
    case ActionNeed::CallableDaemon:
    case ActionNeed::AskableDaemon:
    case ActionNeed::AskableDaemons:
    case ActionNeed::ServingDaemons: return daemonObstacle(need, context, daemons);
    }
    return {};
}

bool ActionConditions::isCancellable(const RecordKey &request, const DaemonList &daemons)
{
    const MonitoredDaemon *daemon = daemons.find(request.daemon);
    if (!isAskable(daemon))
        return false;
    const auto found = daemon->mirror().requests().constFind(request.id);
    return found != daemon->mirror().requests().constEnd() && !found->isFinished() && !found->cancellation;
}

QString ActionConditions::cancelObstacle(const ActionContext &context, const DaemonList *daemons)
{
    if (context.requests.isEmpty())
        return tr("Select a running request first.");
    if (!daemons)
        return {};
    bool isReachable = false;
    bool isCancelling = false;
    for (const RecordKey &request : context.requests) {
        if (isCancellable(request, *daemons))
            return {};
        const MonitoredDaemon *daemon = daemons->find(request.daemon);
        if (!isAskable(daemon))
            continue;
        isReachable = true;
        isCancelling |= daemon->mirror().requests().contains(request.id);
    }
    if (!isReachable)
        return tr("There is no connection to the daemon of what is selected.");
    if (isCancelling)
        return tr("What is selected is being cancelled already.");
    return tr("What is selected has finished: select a running request first.");
}

QString ActionConditions::daemonObstacle(ActionNeed need, const ActionContext &context,
                                         const DaemonList *daemons)
{
    const bool wantsOne = need == ActionNeed::CallableDaemon || need == ActionNeed::AskableDaemon;
    if (context.daemons.isEmpty())
        return tr("Select a daemon first.");
    if (wantsOne && context.daemons.size() > 1)
        return tr("Select one daemon alone first.");
    if (!daemons)
        return {};
    QString why;
    for (const qint64 serial : context.daemons) {
        why = obstacleOf(daemons->find(serial), need);
        if (why.isEmpty())
            break;
    }
    return why;
}

QString ActionConditions::obstacleOf(const MonitoredDaemon *daemon, ActionNeed need)
{
    if (!daemon || daemon->isGone())
        return tr("The selected daemon has ended.");
    if (need == ActionNeed::CallableDaemon) {
        return daemon->clientOptions()
                   ? QString()
                   : tr("The selected daemon takes no commands: it drains, or is played from a recording.");
    }
    if (!isAskable(daemon))
        return tr("There is no connection to the selected daemon.");
    if (need == ActionNeed::ServingDaemons && daemon->state() == MonitoredDaemon::State::Draining)
        return tr("The selected daemon drains already.");
    return {};
}

} // namespace DaemonRpc::Monitor
