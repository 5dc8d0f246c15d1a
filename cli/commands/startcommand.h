// daemon-rpc start
#pragma once

#include "startingcommand.h"

namespace DaemonRpc::Cli {

/// `start`: makes sure that the daemon runs.
class StartCommand : public StartingCommand
{
    Q_OBJECT

public:
    explicit StartCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;
};

} // namespace DaemonRpc::Cli
