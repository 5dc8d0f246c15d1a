// daemon-rpc requests
#pragma once

#include "admincommand.h"

namespace DaemonRpc::Cli {

/// `requests [--all] [--json]`: what a daemon runs, and with --all what it has run lately.
class RequestsCommand : public AdminCommand
{
    Q_OBJECT

public:
    explicit RequestsCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void show(const QList<RequestSnapshot> &requests);
};

} // namespace DaemonRpc::Cli
