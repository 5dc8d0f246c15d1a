// One thing that is looked at.
#pragma once

#include <daemonrpc/service/health/healthresult.h>

namespace DaemonRpc {

/// Looks at one thing, quickly and without blocking. Interface; thread-bound.
class DAEMONRPC_SERVICE_EXPORT HealthCheck
{
public:
    HealthCheck() = default;
    HealthCheck(const HealthCheck &) = delete;
    HealthCheck &operator=(const HealthCheck &) = delete;
    virtual ~HealthCheck();

    /// Short, in lower case with underscores: "event_loop".
    [[nodiscard]] virtual QString name() const = 0;

    [[nodiscard]] virtual HealthResult run() = 0;

    /// Whether a fresh process could do better, so that a failure is a reason to restart.
    [[nodiscard]] virtual bool isCuredByRestart() const { return true; }
};

} // namespace DaemonRpc
