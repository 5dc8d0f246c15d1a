// daemon-rpc connections
#pragma once

#include "admincommand.h"
#include "daemonsurvey.h"

namespace DaemonRpc::Cli {

/// `connections [--all] [--json]`: who is connected to a daemon, or to any.
class ConnectionsCommand : public AdminCommand
{
    Q_OBJECT

public:
    explicit ConnectionsCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void showOne(const QList<ConnectionSnapshot> &connections);
    void showAll();

    DaemonSurvey m_survey;
};

} // namespace DaemonRpc::Cli
