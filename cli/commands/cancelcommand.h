// daemon-rpc cancel
#pragma once

#include "admincommand.h"

namespace DaemonRpc::Cli {

/// `cancel [--wait] REQUEST_ID`: asks a request to stop, as its own client could.
class CancelCommand : public AdminCommand
{
    Q_OBJECT

public:
    explicit CancelCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void poll();
    void checkHistory();

    /// How often --wait looks.
    static constexpr std::chrono::milliseconds pollInterval{100};

    qint64 m_requestId = 0;
    QTimer m_poll;
};

} // namespace DaemonRpc::Cli
