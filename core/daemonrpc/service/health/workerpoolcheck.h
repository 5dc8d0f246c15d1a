// Are there workers for those who wait?
#pragma once

#include <daemonrpc/service/health/healthcheck.h>

#include <functional>

namespace DaemonRpc {

/// Workers lost to handlers that ignore their cancellation, and the queue in front of the others.
/// Thread-bound.
///
/// Failed: as many lost as the limit; warning: one is lost, or the queue is nine tenths full.
class DAEMONRPC_SERVICE_EXPORT WorkerPoolCheck : public HealthCheck
{
public:
    /// The state of a pool. Value.
    struct Figures
    {
        int quarantined = 0;
        int queueLength = 0;
    };

    using Source = std::function<Figures()>;

    /// Limits as Limits::maxQuarantinedWorkers and Limits::maxQueueLength.
    WorkerPoolCheck(Source source, int maxQuarantined, int maxQueueLength);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] HealthResult run() override;

private:
    Source m_source;
    int m_maxQuarantined;
    int m_maxQueueLength;
};

} // namespace DaemonRpc
