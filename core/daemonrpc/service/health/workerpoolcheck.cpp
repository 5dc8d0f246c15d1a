#include <daemonrpc/service/health/workerpoolcheck.h>

namespace DaemonRpc {

WorkerPoolCheck::WorkerPoolCheck(Source source, int maxQuarantined, int maxQueueLength)
    : m_source(std::move(source))
    , m_maxQuarantined(maxQuarantined)
    , m_maxQueueLength(maxQueueLength)
{}

QString WorkerPoolCheck::name() const { return QStringLiteral("worker_pool"); }

HealthResult WorkerPoolCheck::run()
{
    const Figures figures = m_source();
    HealthResult result;
    result.value = figures.quarantined;
    result.unit = QStringLiteral("workers");
    if (figures.quarantined > 0) {
        const bool areTooMany = figures.quarantined >= m_maxQuarantined;
        result.status = areTooMany ? HealthStatus::Failed : HealthStatus::Warning;
        result.text =
            QStringLiteral("%1 workers are held by handlers that ignore their cancellation (limit %2); "
                           "mend the handlers")
                .arg(figures.quarantined)
                .arg(m_maxQuarantined);
    } else if (m_maxQueueLength > 0 && figures.queueLength * 10 >= m_maxQueueLength * 9) {
        result.status = HealthStatus::Warning;
        result.text = QStringLiteral("%1 requests wait for a worker (limit %2); allow more workers")
                          .arg(figures.queueLength)
                          .arg(m_maxQueueLength);
    } else {
        result.text = QStringLiteral("none lost, %1 requests waiting").arg(figures.queueLength);
    }
    return result;
}

} // namespace DaemonRpc
