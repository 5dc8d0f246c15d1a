// daemon-rpc reload: have the daemon read its configuration again.
#pragma once

#include "admincommand.h"

namespace DaemonRpc::Cli {

/// Tells what took effect at once and what waits for a restart. Thread-bound.
class ReloadCommand : public AdminCommand
{
    Q_OBJECT

public:
    explicit ReloadCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void show(const ReloadReport &report);
};

} // namespace DaemonRpc::Cli
