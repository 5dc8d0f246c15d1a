// daemon-rpc run
#pragma once

#include "commandrunner.h"

namespace DaemonRpc::Cli {

/// `run [--input|--no-input] [--] COMMAND [ARG...]`: the operands are the command, byte for byte.
class RunCommand : public CommandRunner
{
    Q_OBJECT

public:
    explicit RunCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;
};

} // namespace DaemonRpc::Cli
