// daemon-rpc status
#pragma once

#include "admincommand.h"
#include "daemonsurvey.h"

namespace DaemonRpc::Cli {

/// `status [--all] [--json]`: the details of one daemon, or of all.
class StatusCommand : public AdminCommand
{
    Q_OBJECT

public:
    explicit StatusCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void showAll();

    DaemonSurvey m_survey;
};

} // namespace DaemonRpc::Cli
