// Health, for those who follow the daemon.
#pragma once

#include <daemonrpc/admin/eventsource.h>
#include <daemonrpc/service/health/healthmonitor.h>

#include <QPointer>

namespace DaemonRpc {

/// The topic "health": a HealthSnapshot after each round of checks. Thread-bound.
class DAEMONRPC_SERVICE_EXPORT HealthSource : public EventSource
{
public:
    /// Tells nothing any more once @p monitor is gone.
    explicit HealthSource(const HealthMonitor &monitor)
        : m_monitor(&monitor)
    {}

    [[nodiscard]] Kind kind() const override { return Kind::State; }

    [[nodiscard]] quint64 count() const override { return m_monitor ? m_monitor->checkCount() : 0; }

    [[nodiscard]] News since(quint64 known, const SubscriptionOptions &options) const override;

private:
    QPointer<const HealthMonitor> m_monitor;
};

} // namespace DaemonRpc
