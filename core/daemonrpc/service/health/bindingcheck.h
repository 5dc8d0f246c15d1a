// Can the daemon be found?
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/service/health/healthcheck.h>

#include <functional>

namespace DaemonRpc {

/// Whether the daemon's socket and lock file are still its own. Thread-bound.
///
/// The daemon puts them back by itself at once; what fails here could not be put back, and a fresh process
/// could not, either.
class DAEMONRPC_SERVICE_EXPORT BindingCheck : public HealthCheck
{
public:
    /// Nothing when all is well; see Daemon::verifyPresence().
    using Verification = std::function<Result<void>()>;

    explicit BindingCheck(Verification verification);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] HealthResult run() override;

    [[nodiscard]] bool isCuredByRestart() const override { return false; }

private:
    Verification m_verification;
};

} // namespace DaemonRpc
