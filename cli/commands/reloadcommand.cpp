#include "commands/reloadcommand.h"

#include "printers/jsonprinter.h"

namespace DaemonRpc::Cli {

ReloadCommand::ReloadCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{}

SubcommandSpec ReloadCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "reload";
    spec.summary = tr("have the daemon read its configuration again");
    spec.options = {{"json", 'j', "", tr("an object")}};
    spec.notes = tr("An invalid configuration changes nothing; the error says what is wrong and where.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<ReloadCommand>(invocation); };
    return spec;
}

void ReloadCommand::start()
{
    admin().reload(answer<ReloadReport>([this](const ReloadReport &report) {
        if (invocation().options.isSet("json"))
            print(printedJson(report.toJson()));
        else
            show(report);
        finish(0);
    }));
}

void ReloadCommand::show(const ReloadReport &report)
{
    const QString separator = QStringLiteral(", ");
    if (report.applied.isEmpty() && report.afterRestart.isEmpty())
        messenger().showInformation(
            tr("daemon \"%1\" read its configuration again; nothing has changed").arg(daemonName()));
    if (!report.applied.isEmpty())
        messenger().showInformation(tr("daemon \"%1\" read its configuration again; now in force: %2")
                                        .arg(daemonName(), report.applied.join(separator)));
    if (!report.afterRestart.isEmpty())
        messenger().showInformation(tr("not before \"daemon-rpc restart\" of daemon \"%1\": %2")
                                        .arg(daemonName(), report.afterRestart.join(separator)));
}

} // namespace DaemonRpc::Cli
