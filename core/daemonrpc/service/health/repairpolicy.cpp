#include <daemonrpc/service/health/repairpolicy.h>

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>

namespace DaemonRpc {

static Q_LOGGING_CATEGORY(lcRepair, "daemonrpc.service.repair", QtInfoMsg)

    using namespace std::chrono_literals;
using std::chrono::milliseconds;

static milliseconds steadyTime()
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

/// @p delay × 2^@p doublings, bounded.
static milliseconds doubled(milliseconds delay, int doublings)
{
    for (int i = 0; i < doublings && delay < RepairPolicy::maxDelay; ++i)
        delay *= 2;
    return std::min(delay, RepairPolicy::maxDelay);
}

RepairPolicy::RepairPolicy(const HealthMonitor &monitor, const ServiceConfiguration::Health &options,
                           RestartFunction restart, int attempts, QObject *parent, Clock clock)
    : QObject(parent)
    , m_monitor(monitor)
    , m_options(options)
    , m_restart(std::move(restart))
    , m_clock(clock ? std::move(clock) : Clock(steadyTime))
    , m_healthyPeriod(std::max<milliseconds>(10min, 10 * options.checkInterval))
    , m_delay(this)
    , m_attempts(attempts)
{
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &RepairPolicy::restart);
    connect(&monitor, &HealthMonitor::roundFinished, this, &RepairPolicy::onRound);
}

RepairPolicy::~RepairPolicy() = default;

void RepairPolicy::setOptions(const ServiceConfiguration::Health &options)
{
    m_options = options;
    m_isExhausted = false; // it may be allowed more now
    if (!options.restartOnFailure)
        m_delay.stop();
}

const HealthRecord *RepairPolicy::failure() const
{
    const QList<HealthRecord> &records = m_monitor.records();
    const auto failed = std::find_if(records.begin(), records.end(), [](const HealthRecord &record) {
        return record.isCuredByRestart && record.failedRounds >= failedRounds;
    });
    return failed == records.end() ? nullptr : &*failed;
}

void RepairPolicy::onRound()
{
    if (m_monitor.status() == HealthStatus::Failed)
        m_healthySince.reset();
    else
        onHealthy();
    const HealthRecord *failed = failure();
    if (!failed || !m_options.restartOnFailure || m_delay.isActive() || m_isRestarting || m_isExhausted)
        return;
    if (m_attempts >= m_options.maxRestartAttempts) {
        m_isExhausted = true;
        qCWarning(lcRepair).noquote() << failed->name << "fails after" << m_attempts
                                      << "restarts, too: no further restart, the daemon stays degraded";
        Q_EMIT exhausted();
        return;
    }
    const milliseconds delay = doubled(m_options.restartDelay, m_attempts);
    qCWarning(lcRepair).noquote() << failed->name << "has failed" << failed->failedRounds
                                  << "times in a row: restarting in" << delay.count() << "ms, attempt"
                                  << m_attempts + 1 << "of" << m_options.maxRestartAttempts;
    m_delay.start(delay);
}

void RepairPolicy::onHealthy()
{
    const milliseconds now = m_clock();
    if (!m_healthySince)
        m_healthySince = now;
    if (now - *m_healthySince < m_healthyPeriod)
        return;
    if (m_attempts > 0)
        qCInfo(lcRepair) << "in order for" << (now - *m_healthySince).count()
                         << "ms: the restarts are forgotten";
    m_attempts = 0;
    m_isExhausted = false;
}

void RepairPolicy::restart()
{
    const HealthRecord *failed = failure();
    if (!failed) {
        qCInfo(lcRepair) << "recovered meanwhile, no restart";
        return;
    }
    ++m_attempts;
    m_isRestarting = true;
    m_restart(m_attempts, [self = QPointer<RepairPolicy>(this)](const Result<void> &outcome) {
        if (!self || outcome)
            return; // this daemon drains: it is the successor's turn
        self->m_isRestarting = false;
        qCWarning(lcRepair).noquote() << "the restart has failed:" << outcome.error().message();
    });
}

QJsonObject RepairPolicy::toJson() const
{
    return {
        {QStringLiteral("enabled"), m_options.restartOnFailure},
        {QStringLiteral("attempts"), m_attempts},
        {QStringLiteral("max_attempts"), m_options.maxRestartAttempts},
        {QStringLiteral("exhausted"), m_isExhausted},
    };
}

} // namespace DaemonRpc
