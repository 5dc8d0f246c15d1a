// daemon-rpc metrics
#pragma once

#include "admincommand.h"

namespace DaemonRpc::Cli {

/// `metrics`: everything that the daemon measures, for Prometheus, programs or people.
class MetricsCommand : public AdminCommand
{
    Q_OBJECT

public:
    explicit MetricsCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void show(const QJsonValue &metrics);
};

} // namespace DaemonRpc::Cli
