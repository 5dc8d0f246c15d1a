// The table of daemons.
#pragma once

#include "models/daemonrow.h"
#include "models/recordtable.h"
#include "models/statisticscollector.h"

namespace DaemonRpc::Monitor {

/// One row per daemon, in the order in which they came. Thread-bound.
///
/// Several processes of one daemon id (one that drains, and its successor) are rows of their own. One that
/// has gone stays, dimmed, until it is dismissed from the list.
class DaemonsModel : public RecordTable<DaemonRow>
{
    Q_OBJECT

public:
    /// All three have to outlive the model.
    DaemonsModel(DaemonList &daemons, StatisticsCollector &statistics, UpdateClock &clock,
                 QObject *parent = nullptr);
    ~DaemonsModel() override;

    /// "ready", "gone" …
    [[nodiscard]] static QString stateName(MonitoredDaemon::State state);

protected:
    void collect(Extent extent) override;

private:
    [[nodiscard]] DaemonRow rowFor(const MonitoredDaemon &daemon) const;
    void addStatistics(DaemonRow *row, const DaemonStatistics &statistics) const;

    DaemonList &m_daemons;
    StatisticsCollector &m_statistics;
};

} // namespace DaemonRpc::Monitor
