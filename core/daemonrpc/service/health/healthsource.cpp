#include <daemonrpc/admin/healthsnapshot.h>
#include <daemonrpc/service/health/healthsource.h>

namespace DaemonRpc {

EventSource::News HealthSource::since(quint64 known, const SubscriptionOptions &options) const
{
    Q_UNUSED(known)
    Q_UNUSED(options)
    News news;
    // Before the first round nothing is known.
    if (!m_monitor || m_monitor->checkCount() == 0)
        return news;
    HealthSnapshot snapshot;
    snapshot.status = healthStatusName(m_monitor->status());
    for (const HealthRecord &record : m_monitor->records()) {
        snapshot.checks.append({record.name, healthStatusName(record.last.status), record.last.text,
                                record.last.value, record.last.unit, record.statusSinceMs});
    }
    news.values.append(snapshot.toJson());
    return news;
}

} // namespace DaemonRpc
