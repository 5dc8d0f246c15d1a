// daemon-rpc restart
#pragma once

#include "startingcommand.h"

namespace DaemonRpc::Cli {

/// `restart`: has the daemon start a fresh one and leave its name to it, which nobody notices. A daemon that
/// cannot do that hands over instead, and this program starts the fresh one.
class RestartCommand : public StartingCommand
{
    Q_OBJECT

public:
    explicit RestartCommand(const Invocation &invocation);
    ~RestartCommand() override;

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void onRestarted(const Result<RestartReport> &report);
    void handOver();
    void onChannelEnded(const Error &error);
    void onUp(const DaemonSnapshot &fresh);
    void tell(qint64 freshPid, qint64 oldPid, qint64 requestsLeft);

    std::optional<DaemonSnapshot> m_old;
    std::unique_ptr<RpcChannel> m_channel;
    QTimer m_restartTimer;
    QTimer m_handOverTimer;
};

} // namespace DaemonRpc::Cli
