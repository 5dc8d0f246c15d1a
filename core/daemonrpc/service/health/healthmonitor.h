// Looks after the daemon's health.
#pragma once

#include <daemonrpc/service/health/healthcheck.h>

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace DaemonRpc {

/// One result among the earlier ones of a check. Value.
struct HealthSample
{
    qint64 atMs = 0; ///< Milliseconds since the epoch.
    HealthStatus status = HealthStatus::Ok;
    double value = 0;
};

/// What is known of one check. Value.
struct DAEMONRPC_SERVICE_EXPORT HealthRecord
{
    QString name;
    HealthResult last;
    qint64 statusSinceMs = 0; ///< When the status last changed; milliseconds since the epoch.
    int failedRounds = 0;     ///< In a row, up to now.
    bool isCuredByRestart = true;
    QList<HealthSample> history; ///< Oldest first, the last result included.

    [[nodiscard]] QJsonObject toJson() const;
};

/// Runs the checks at an interval, or when asked, and remembers what they said. Thread-bound.
///
///     HealthMonitor monitor;
///     monitor.addCheck(std::make_unique<MemoryCheck>());
///     connect(&monitor, &HealthMonitor::statusChanged, this, &Program::showStatus);
///     monitor.setInterval(30s);
class DAEMONRPC_SERVICE_EXPORT HealthMonitor : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxHistory = 20; ///< Samples per check.

    /// Milliseconds since the epoch.
    using Clock = std::function<qint64()>;

    explicit HealthMonitor(QObject *parent = nullptr, Clock clock = {});
    ~HealthMonitor() override;

    void addCheck(std::unique_ptr<HealthCheck> check);

    /// Checks every @p interval from now on; 0: only when asked.
    void setInterval(std::chrono::milliseconds interval);

    /// Runs all checks as a round: a failure counts for failedRounds, and roundFinished() follows.
    void runRound();
    /// Runs all checks because somebody asks; not a round.
    void checkNow();

    /// The worst of all results; Ok before the first round.
    [[nodiscard]] HealthStatus status() const { return m_status; }

    [[nodiscard]] const QList<HealthRecord> &records() const { return m_records; }

    /// How often the checks have been run, in rounds and otherwise.
    [[nodiscard]] quint64 checkCount() const { return m_checkCount; }

    /// How long the last round took.
    [[nodiscard]] std::chrono::microseconds roundDuration() const { return m_roundDuration; }

    /// `{"status": …, "round_us": …, "checks": […]}`
    [[nodiscard]] QJsonObject toJson() const;

Q_SIGNALS:
    void statusChanged(DaemonRpc::HealthStatus status);
    /// After each round, and after statusChanged().
    void roundFinished();

private:
    enum class Occasion { Round, Question };

    void runChecks(Occasion occasion);
    void record(HealthRecord *record, HealthResult result, Occasion occasion);

    Clock m_clock;
    std::vector<std::unique_ptr<HealthCheck>> m_checks;
    QList<HealthRecord> m_records; // one per check, in their order
    HealthStatus m_status = HealthStatus::Ok;
    std::chrono::microseconds m_roundDuration{0};
    quint64 m_checkCount = 0;
    QTimer m_timer;
};

} // namespace DaemonRpc
