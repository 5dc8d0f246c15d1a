// daemon-rpc drain
#pragma once

#include "admincommand.h"

namespace DaemonRpc::Cli {

/// `drain`: has the daemon finish what runs, however long that takes, and exit; does not wait for it.
class DrainCommand : public AdminCommand
{
    Q_OBJECT

public:
    explicit DrainCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void show(const DaemonSnapshot &daemon);
};

} // namespace DaemonRpc::Cli
