// Measures all daemons over time.
#pragma once

#include "models/daemonstatistics.h"
#include "sources/daemonlist.h"

#include <QTimer>

#include <map>
#include <memory>

namespace DaemonRpc::Monitor {

/// Has the DaemonStatistics of each daemon in a DaemonList, and those of all together. Thread-bound.
///
/// It looks at a daemon whenever that has told something, and once a second at those to which there is a
/// connection. That goes on while pages are hidden and while updates are paused. Time is the daemon's, but
/// never later than this machine's; so a recording is measured in its own time, however fast it is played.
class StatisticsCollector : public QObject
{
    Q_OBJECT

public:
    /// @p daemons has to outlive it.
    explicit StatisticsCollector(DaemonList &daemons, QObject *parent = nullptr);
    ~StatisticsCollector() override;

    /// Null for one that is not in the list. Valid until DaemonList::removed().
    [[nodiscard]] const DaemonStatistics *find(qint64 serial) const;

    /// Of all daemons together: sums, and the quantiles of all their requests.
    [[nodiscard]] const DaemonStatistics &all() const { return m_all; }

    /// What is now for charts, in milliseconds since the epoch: the time of this machine, or where a
    /// recording has come to.
    [[nodiscard]] qint64 nowMs() const;

    /// One look at each daemon to which there is a connection.
    void sample();

Q_SIGNALS:
    /// About once a second: there is more to be seen.
    void sampled();

private:
    struct Followed;

    void follow(MonitoredDaemon *daemon);
    void forget(qint64 serial);
    void onReset(Followed *followed);
    void onProcessChanged(Followed *followed);
    void observe(Followed *followed, qint64 timeMs);
    void observeAll();
    void onStateChanged(MonitoredDaemon *daemon);

    DaemonList &m_daemons;
    std::map<qint64, std::unique_ptr<Followed>> m_followed;
    DaemonStatistics m_all;
    StatisticsSample m_sums;
    QTimer m_timer;
};

} // namespace DaemonRpc::Monitor
