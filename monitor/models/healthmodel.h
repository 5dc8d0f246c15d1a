// The health of all daemons.
#pragma once

#include "models/healthrow.h"
#include "models/recordtree.h"

namespace DaemonRpc::Monitor {

/// A branch per daemon, with its health checks as leaves. Thread-bound.
class HealthModel : public RecordTree<HealthRow>
{
    Q_OBJECT

public:
    /// @p list and @p clock have to outlive the model.
    HealthModel(DaemonList &list, UpdateClock &clock, QObject *parent = nullptr);
    ~HealthModel() override;

protected:
    [[nodiscard]] HealthRow branchOf(const MonitoredDaemon &daemon) const override;
    [[nodiscard]] std::vector<HealthRow> leavesOf(const MonitoredDaemon &daemon) const override;
};

} // namespace DaemonRpc::Monitor
