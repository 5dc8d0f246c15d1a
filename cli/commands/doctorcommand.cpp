#include "commands/doctorcommand.h"

#include "doctor/directorychecks.h"
#include "doctor/doctorreport.h"
#include "doctor/systemchecks.h"
#include "doctor/tmpcleaner.h"
#include "printers/jsonprinter.h"

namespace DaemonRpc::Cli {

DoctorCommand::DoctorCommand(const Invocation &invocation)
    : AdminCommand(invocation)
    , m_survey(invocation.client, DaemonSurvey::Question::Status)
{
    m_zombieTimer.setSingleShot(true);
    connect(&m_survey, &DaemonSurvey::finished, this, &DoctorCommand::examine);
    connect(&m_zombieTimer, &QTimer::timeout, this, &DoctorCommand::conclude);
}

SubcommandSpec DoctorCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "doctor";
    spec.summary = tr("look for what keeps daemons from working");
    spec.options = {
        {"json", 'j', "", tr("an object: status, and checks with name, status, finding and fix")},
    };
    spec.notes = tr("Changes nothing. Exit code 0: no problem, warnings at most; 1: a problem.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<DoctorCommand>(invocation); };
    return spec;
}

void DoctorCommand::start()
{
    const Result<RuntimeDirectory> directory = runtimeDirectory();
    if (!directory) {
        fail(directory.error());
        return;
    }
    const ClientOptions &client = invocation().client;
    m_context = DoctorContext{*directory, client.daemonId, client.daemonProgram, client.build, {}, {}};
    // Nobody is asked in a directory that cannot be trusted.
    if (directory->verify())
        m_survey.start(*directory);
    else
        examine();
}

void DoctorCommand::examine()
{
    m_context->daemons = m_survey.daemons();
    m_firstZombies = zombies(*m_context);
    if (m_firstZombies.isEmpty())
        conclude();
    else
        m_zombieTimer.start(zombieTime);
}

void DoctorCommand::conclude()
{
    QList<Zombie> lasting = zombies(*m_context);
    lasting.removeIf([this](const Zombie &zombie) { return !m_firstZombies.contains(zombie); });
    const DoctorContext &context = *m_context;
    const Findings findings = checkPathLength(context) + checkRuntimeDirectory(context) +
                              checkFiles(context) + checkFileSystem(context) + checkTmpCleaner(context) +
                              checkSandbox(context) + checkLimits(context) + checkVersions(context) +
                              checkDaemons(context) + checkStaleFiles(context) + judgeZombies(lasting);
    if (invocation().options.isSet("json"))
        print(printedJson(findingsJson(findings)));
    else
        print(findingsTable(findings, invocation().isColored));
    finish(overallStatus(findings) == Finding::Status::Problem ? hasProblem : 0);
}

} // namespace DaemonRpc::Cli
