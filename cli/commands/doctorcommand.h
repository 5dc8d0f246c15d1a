// daemon-rpc doctor
#pragma once

#include "admincommand.h"
#include "daemonsurvey.h"
#include "doctor/daemonchecks.h"

#include <QTimer>

namespace DaemonRpc::Cli {

/// `doctor [--json]`: looks for what keeps daemons from working and says what to do. Changes nothing and
/// starts nothing.
class DoctorCommand : public AdminCommand
{
    Q_OBJECT

public:
    /// The exit code when there is a problem.
    static constexpr int hasProblem = 1;
    /// A child that has ended is a zombie for a moment; only one that still is after this time is told of.
    static constexpr std::chrono::milliseconds zombieTime{300};

    explicit DoctorCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    void examine();
    void conclude();

    DaemonSurvey m_survey;
    std::optional<DoctorContext> m_context;
    QList<Zombie> m_firstZombies;
    QTimer m_zombieTimer;
};

} // namespace DaemonRpc::Cli
