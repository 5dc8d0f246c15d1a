// daemon-rpc rpc
#pragma once

#include "admincommand.h"

namespace DaemonRpc::Cli {

/// `rpc METHOD [PARAMS_JSON]`: one call of the daemon's JSON-RPC interface.
class RpcCommand : public AdminCommand
{
    Q_OBJECT

public:
    explicit RpcCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;
};

} // namespace DaemonRpc::Cli
