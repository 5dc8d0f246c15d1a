// When a daemon that is not in order restarts itself.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/service/config/serviceconfiguration.h>
#include <daemonrpc/service/health/healthmonitor.h>

#include <QTimer>

#include <functional>
#include <optional>

namespace DaemonRpc {

/// Has the daemon restarted when a check that a fresh process could pass has failed twice in a row.
/// Thread-bound.
///
/// Attempt n waits restartDelay × 2^(n-1) and is dropped when the check has recovered meanwhile. The
/// successor goes on counting from the attempt it was started by (DaemonOptions::restartAttempt);
/// healthyPeriod without a failure starts over. After maxRestartAttempts there is no further restart: the
/// daemon stays as it is, degraded.
class DAEMONRPC_SERVICE_EXPORT RepairPolicy : public QObject
{
    Q_OBJECT

public:
    /// Rounds that a check has to fail in a row: one may be an accident.
    static constexpr int failedRounds = 2;
    static constexpr std::chrono::milliseconds maxDelay{3600 * 1000};

    /// Starts restart number @p attempt and says how that went, at most once, perhaps at once.
    using RestartFunction =
        std::function<void(int attempt, std::function<void(const Result<void> &outcome)> done)>;
    /// Monotonic time, from anywhere.
    using Clock = std::function<std::chrono::milliseconds()>;

    /// Follows @p monitor, which must outlive it. @p attempts have been made before this process started.
    RepairPolicy(const HealthMonitor &monitor, const ServiceConfiguration::Health &options,
                 RestartFunction restart, int attempts = 0, QObject *parent = nullptr, Clock clock = {});
    ~RepairPolicy() override;

    /// After a reload of the configuration.
    void setOptions(const ServiceConfiguration::Health &options);

    /// How long all has to be well before the attempts are forgotten. Default: 10 minutes, and at least ten
    /// rounds.
    void setHealthyPeriod(std::chrono::milliseconds period) { m_healthyPeriod = period; }

    [[nodiscard]] int attempts() const { return m_attempts; }

    [[nodiscard]] bool isExhausted() const { return m_isExhausted; }

    /// `{"enabled": …, "attempts": …, "max_attempts": …, "exhausted": …}`
    [[nodiscard]] QJsonObject toJson() const;

Q_SIGNALS:
    /// The attempts are used up; said once, until a healthy period.
    void exhausted();

private:
    [[nodiscard]] const HealthRecord *failure() const;
    void onRound();
    void onHealthy();
    void restart();

    const HealthMonitor &m_monitor;
    ServiceConfiguration::Health m_options;
    RestartFunction m_restart;
    Clock m_clock;
    std::chrono::milliseconds m_healthyPeriod;
    std::optional<std::chrono::milliseconds> m_healthySince;
    QTimer m_delay;
    int m_attempts;
    bool m_isRestarting = false;
    bool m_isExhausted = false;
};

} // namespace DaemonRpc
