#include "commands/statuscommand.h"

#include "printers/jsonprinter.h"
#include "printers/snapshotprinter.h"

#include <QJsonArray>

namespace DaemonRpc::Cli {

StatusCommand::StatusCommand(const Invocation &invocation)
    : AdminCommand(invocation)
    , m_survey(invocation.client, DaemonSurvey::Question::Status)
{
    connect(&m_survey, &DaemonSurvey::finished, this, &StatusCommand::showAll);
}

SubcommandSpec StatusCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "status";
    spec.summary = tr("show how a daemon is doing");
    spec.options = {
        {"all", 'a', "", tr("every daemon that runs")},
        {"json", 'j', "", tr("an object, with --all an array of objects")},
    };
    spec.make = [](const Invocation &invocation) { return std::make_unique<StatusCommand>(invocation); };
    return spec;
}

void StatusCommand::start()
{
    if (invocation().options.isSet("all")) {
        const Result<RuntimeDirectory> directory = runtimeDirectory();
        if (directory)
            m_survey.start(*directory);
        else
            fail(directory.error());
        return;
    }
    admin().status(answer<DaemonSnapshot>([this](const DaemonSnapshot &daemon) {
        if (invocation().options.isSet("json"))
            print(printedJson(daemon.toJson()));
        else
            print(daemonDetails(daemon, invocation().isColored));
        finish(0);
    }));
}

void StatusCommand::showAll()
{
    QJsonArray array;
    QStringList details;
    for (const SurveyedDaemon &daemon : m_survey.daemons()) {
        if (!daemon.snapshot)
            continue;
        array.append(daemon.snapshot->toJson());
        details.append(daemonDetails(*daemon.snapshot, invocation().isColored));
    }
    if (invocation().options.isSet("json"))
        print(printedJson(array));
    else if (details.isEmpty())
        messenger().showInformation(tr("no daemon is running"));
    else
        print(details.join(QLatin1Char('\n')));
    finish(0);
}

} // namespace DaemonRpc::Cli
