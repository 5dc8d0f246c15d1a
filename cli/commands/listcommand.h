// daemon-rpc list
#pragma once

#include "admincommand.h"
#include "daemonsurvey.h"

namespace DaemonRpc::Cli {

/// `list [--all] [--json]`: the daemons of this user, with what each says about itself.
class ListCommand : public AdminCommand
{
    Q_OBJECT

public:
    explicit ListCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void show();
    void showTable(const std::vector<SurveyedDaemon> &shown);
    void sayWhatIsLeftOut(const std::vector<SurveyedDaemon> &shown);

    DaemonSurvey m_survey;
};

} // namespace DaemonRpc::Cli
