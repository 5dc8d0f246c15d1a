// What the subcommands that start a daemon have in common.
#pragma once

#include "admincommand.h"

namespace DaemonRpc::Cli {

/// Asks a daemon, and starts it where that is what the person wants. Thread-bound.
class StartingCommand : public AdminCommand
{
    Q_OBJECT

public:
    ~StartingCommand() override;

protected:
    explicit StartingCommand(const Invocation &invocation);

    /// Connects to the daemon, starting it when there is none, and calls @p onUp with what it says of itself.
    /// Ends the command when that fails.
    void bringUp(std::function<void(const DaemonSnapshot &daemon)> onUp);

private:
    std::unique_ptr<AdminClient> m_starter;
    QTimer m_startTimer;
};

} // namespace DaemonRpc::Cli
