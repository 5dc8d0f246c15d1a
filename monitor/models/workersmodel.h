// What serves requests, of all daemons.
#pragma once

#include "models/recordtree.h"
#include "models/workersrow.h"

namespace DaemonRpc::Monitor {

/// A branch per daemon, with its pool of workers and its commands as leaves; hidden commands only while they
/// run. Thread-bound.
class WorkersModel : public RecordTree<WorkersRow>
{
    Q_OBJECT

public:
    /// @p list and @p clock have to outlive the model.
    WorkersModel(DaemonList &list, UpdateClock &clock, QObject *parent = nullptr);
    ~WorkersModel() override;

protected:
    [[nodiscard]] WorkersRow branchOf(const MonitoredDaemon &daemon) const override;
    [[nodiscard]] std::vector<WorkersRow> leavesOf(const MonitoredDaemon &daemon) const override;
};

} // namespace DaemonRpc::Monitor
