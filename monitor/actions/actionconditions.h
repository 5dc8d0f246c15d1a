// Whether there is something to act on.
#pragma once

#include "actions/actioncontext.h"
#include "actions/actionentry.h"
#include "sources/daemonlist.h"

#include <QCoreApplication>

namespace DaemonRpc::Monitor {

/// Judges what is selected by what is known of it. Stateless; used where the daemons live.
class ActionConditions
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::ActionConditions)

public:
    ActionConditions() = delete;

    /// Why @p need is not met, as a sentence that says what to do; empty when it is. Without @p daemons only
    /// by what is selected.
    [[nodiscard]] static QString obstacle(ActionNeed need, const ActionContext &context,
                                          const DaemonList *daemons);

    /// It is queued or runs, and nobody has asked it to stop.
    [[nodiscard]] static bool isCancellable(const RecordKey &request, const DaemonList &daemons);

private:
    [[nodiscard]] static QString cancelObstacle(const ActionContext &context, const DaemonList *daemons);
    [[nodiscard]] static QString daemonObstacle(ActionNeed need, const ActionContext &context,
                                                const DaemonList *daemons);
    /// Of one daemon; null for one that is not there any more.
    [[nodiscard]] static QString obstacleOf(const MonitoredDaemon *daemon, ActionNeed need);
};

} // namespace DaemonRpc::Monitor
