// daemon-rpc stop
#pragma once

#include "admincommand.h"

namespace DaemonRpc::Cli {

/// `stop [--now]`: has the daemon exit and waits until it is gone.
class StopCommand : public AdminCommand
{
    Q_OBJECT

public:
    /// How often the person is told what is waited for.
    static constexpr std::chrono::milliseconds progressInterval{500};

    explicit StopCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void onStopping(const DaemonSnapshot &daemon);
    void showWhatIsLeft(const DaemonSnapshot &daemon);
    void onDisconnected();

    std::optional<DaemonSnapshot> m_daemon; // once it is stopping
    QTimer m_progress;
};

} // namespace DaemonRpc::Cli
