// All daemons that are watched.
#pragma once

#include "sources/monitoreddaemon.h"

#include <memory>
#include <vector>

namespace DaemonRpc::Monitor {

/// The daemons that a DaemonWatcher has found, or a Replay plays, in the order in which they came.
/// Thread-bound; owns them.
///
///     connect(&list, &DaemonList::added, this, &Model::follow);
///     for (const auto &daemon : list.daemons())
///         follow(daemon.get());
class DaemonList : public QObject
{
    Q_OBJECT

public:
    /// Those that have ended; the eldest of more are dismissed.
    static constexpr size_t maxGone = 50;

    explicit DaemonList(QObject *parent = nullptr);
    ~DaemonList() override;

    [[nodiscard]] const std::vector<std::unique_ptr<MonitoredDaemon>> &daemons() const { return m_daemons; }

    /// Null when there is none.
    [[nodiscard]] MonitoredDaemon *find(qint64 serial) const;

    [[nodiscard]] qint64 nextSerial() { return ++m_lastSerial; }

    void add(std::unique_ptr<MonitoredDaemon> daemon);

    /// Forgets one that has gone; does nothing to others.
    void dismiss(qint64 serial);
    void dismissGone();

    /// Forgets all.
    void clear();

Q_SIGNALS:
    void added(DaemonRpc::Monitor::MonitoredDaemon *daemon);
    /// It is still in the list, and valid.
    void aboutToBeRemoved(DaemonRpc::Monitor::MonitoredDaemon *daemon);
    void removed(qint64 serial);
    /// The state of one of them is another.
    void stateChanged(DaemonRpc::Monitor::MonitoredDaemon *daemon);

private:
    void remove(MonitoredDaemon *daemon);
    void onStateChanged(MonitoredDaemon *daemon);

    std::vector<std::unique_ptr<MonitoredDaemon>> m_daemons;
    qint64 m_lastSerial = 0;
};

} // namespace DaemonRpc::Monitor
