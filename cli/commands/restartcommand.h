// daemon-rpc restart
#pragma once

#include "startingcommand.h"

namespace DaemonRpc::Cli {

/// `restart`: has the daemon hand over to a fresh one, which no running request notices.
class RestartCommand : public StartingCommand
{
    Q_OBJECT

public:
    explicit RestartCommand(const Invocation &invocation);
    ~RestartCommand() override;

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void handOver();
    void onChannelEnded(const Error &error);
    void onUp(const DaemonSnapshot &fresh);

    std::optional<DaemonSnapshot> m_old;
    std::unique_ptr<RpcChannel> m_channel;
    QTimer m_handOverTimer;
};

} // namespace DaemonRpc::Cli
