// Health and self-repair of one daemon, put together.
#pragma once

#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/service/config/serviceconfiguration.h>
#include <daemonrpc/service/health/healthmonitor.h>
#include <daemonrpc/service/health/repairpolicy.h>

namespace DaemonRpc {

class DiskCheck;

/// Gives a daemon its checks, its state "degraded", its restarts, and the method health.check. Thread-bound;
/// the daemon must outlive it.
///
///     HealthService health(daemon, configuration.health, logPath);
///     if (const Result<void> started = daemon.start(); !started)
///         return complain(started.error());
///     health.start();
class DAEMONRPC_SERVICE_EXPORT HealthService : public QObject
{
    Q_OBJECT

public:
    /// With the standard checks: event_loop, worker_pool, memory, descriptors, socket, and disk for the file
    /// @p logPath (none when that is empty).
    HealthService(Daemon &daemon, const ServiceConfiguration::Health &options, const QString &logPath = {},
                  QObject *parent = nullptr);
    ~HealthService() override;

    /// For checks of one's own, before start().
    [[nodiscard]] HealthMonitor &monitor() { return m_monitor; }

    [[nodiscard]] const HealthMonitor &monitor() const { return m_monitor; }

    [[nodiscard]] RepairPolicy &repair() { return m_repair; }

    [[nodiscard]] const RepairPolicy &repair() const { return m_repair; }

    /// Begins to look, at the interval of the options.
    void start();

    [[nodiscard]] const ServiceConfiguration::Health &options() const { return m_options; }

    /// After a reload of the configuration.
    void setOptions(const ServiceConfiguration::Health &options);

    /// Where the log is from now on, when there was one from the start.
    void setLogPath(const QString &logPath);

Q_SIGNALS:
    /// How late the event loop was just now; every two seconds.
    void loopSampled(std::chrono::milliseconds late);

private:
    void addChecks(const QString &logPath);
    void addMethod();

    Daemon &m_daemon;
    ServiceConfiguration::Health m_options;
    HealthMonitor m_monitor;
    RepairPolicy m_repair;
    DiskCheck *m_disk = nullptr; // of m_monitor
};

} // namespace DaemonRpc
