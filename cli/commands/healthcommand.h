// daemon-rpc health
#pragma once

#include "admincommand.h"

namespace DaemonRpc::Cli {

/// `health`: one word for scripts and probes; success only when the daemon takes commands and is in order.
class HealthCommand : public AdminCommand
{
    Q_OBJECT

public:
    /// The exit code for a daemon that is degraded or draining.
    static constexpr int notHealthy = 1;

    explicit HealthCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;
};

} // namespace DaemonRpc::Cli
