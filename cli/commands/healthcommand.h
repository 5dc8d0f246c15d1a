// daemon-rpc health
#pragma once

#include "admincommand.h"

#include <QJsonObject>

namespace DaemonRpc::Cli {

/// `health`: runs the daemon's health checks; success only when it takes commands and is in order.
class HealthCommand : public AdminCommand
{
    Q_OBJECT

public:
    /// The exit code for a daemon that is degraded or draining.
    static constexpr int notHealthy = 1;

    explicit HealthCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void askForState();
    void show(const DaemonSnapshot &daemon);

    QJsonObject m_report; // empty when the daemon has no checks
};

} // namespace DaemonRpc::Cli
