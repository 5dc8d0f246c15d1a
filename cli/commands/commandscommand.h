// daemon-rpc commands: what a daemon can run.
#pragma once

#include "admincommand.h"

namespace DaemonRpc::Cli {

/// Lists the commands of one daemon. Thread-bound.
class CommandsCommand : public AdminCommand
{
    Q_OBJECT

public:
    explicit CommandsCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void show(const QList<CommandSnapshot> &commands);
};

} // namespace DaemonRpc::Cli
