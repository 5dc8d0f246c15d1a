#include <daemonrpc/service/health/healthmonitor.h>

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QLoggingCategory>

#include <algorithm>

namespace DaemonRpc {

static Q_LOGGING_CATEGORY(lcHealth, "daemonrpc.service.health", QtInfoMsg)

    QJsonObject HealthRecord::toJson() const
{
    QJsonArray samples;
    for (const HealthSample &sample : history) {
        samples.append(QJsonObject{{QStringLiteral("at_ms"), sample.atMs},
                                   {QStringLiteral("status"), healthStatusName(sample.status)},
                                   {QStringLiteral("value"), sample.value}});
    }
    QJsonObject json = last.toJson();
    json.insert(QStringLiteral("name"), name);
    json.insert(QStringLiteral("since_ms"), statusSinceMs);
    json.insert(QStringLiteral("history"), samples);
    return json;
}

HealthMonitor::HealthMonitor(QObject *parent, Clock clock)
    : QObject(parent)
    , m_clock(clock ? std::move(clock) : Clock(&QDateTime::currentMSecsSinceEpoch))
    , m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &HealthMonitor::runRound);
}

HealthMonitor::~HealthMonitor() = default;

void HealthMonitor::addCheck(std::unique_ptr<HealthCheck> check)
{
    HealthRecord record;
    record.name = check->name();
    record.isCuredByRestart = check->isCuredByRestart();
    m_records.append(record);
    m_checks.push_back(std::move(check));
}

void HealthMonitor::setInterval(std::chrono::milliseconds interval)
{
    m_timer.setTimerType(interval < std::chrono::minutes(1) ? Qt::CoarseTimer : Qt::VeryCoarseTimer);
    if (interval.count() > 0)
        m_timer.start(interval);
    else
        m_timer.stop();
}

void HealthMonitor::runRound()
{
    runChecks(Occasion::Round);
    Q_EMIT roundFinished();
}

void HealthMonitor::checkNow() { runChecks(Occasion::Question); }

void HealthMonitor::runChecks(Occasion occasion)
{
    QElapsedTimer duration;
    duration.start();
    ++m_checkCount;
    HealthStatus worst = HealthStatus::Ok;
    for (size_t i = 0; i < m_checks.size(); ++i) {
        HealthRecord &entry = m_records[static_cast<qsizetype>(i)];
        record(&entry, m_checks[i]->run(), occasion);
        worst = std::max(worst, entry.last.status);
    }
    m_roundDuration = std::chrono::microseconds(duration.nsecsElapsed() / 1000);
    if (std::exchange(m_status, worst) != worst)
        Q_EMIT statusChanged(worst);
}

void HealthMonitor::record(HealthRecord *record, HealthResult result, Occasion occasion)
{
    const qint64 now = m_clock();
    const bool hasChanged = record->history.isEmpty() || record->last.status != result.status;
    if (hasChanged)
        record->statusSinceMs = now;
    // Said when it changes, not each time.
    if (hasChanged && result.status != HealthStatus::Ok)
        qCWarning(lcHealth).noquote()
            << record->name << healthStatusName(result.status) + u':' << result.text;
    else if (hasChanged && !record->history.isEmpty())
        qCInfo(lcHealth).noquote() << record->name << "ok again:" << result.text;
    // However often somebody asks within a short failure: it is one.
    if (result.status != HealthStatus::Failed)
        record->failedRounds = 0;
    else if (occasion == Occasion::Round)
        ++record->failedRounds;
    record->history.append({now, result.status, result.value});
    if (record->history.size() > maxHistory)
        record->history.removeFirst();
    record->last = std::move(result);
}

QJsonObject HealthMonitor::toJson() const
{
    QJsonArray checks;
    for (const HealthRecord &record : m_records)
        checks.append(record.toJson());
    return {
        {QStringLiteral("status"), healthStatusName(m_status)},
        {QStringLiteral("round_us"), static_cast<qint64>(m_roundDuration.count())},
        {QStringLiteral("checks"), checks},
    };
}

} // namespace DaemonRpc
