#include "commands/healthcommand.h"

#include "printers/healthprinter.h"
#include "printers/jsonprinter.h"
#include "printers/snapshotprinter.h"

#include <QDateTime>

namespace DaemonRpc::Cli {

HealthCommand::HealthCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{}

SubcommandSpec HealthCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "health";
    spec.summary = tr("tell whether the daemon is in order");
    spec.options = {{"json", 'j', "", tr("an object, with the latest results of each check")}};
    spec.notes =
        tr("The first line is the daemon's state; a table of its health checks follows, which are "
           "run now. A warning is no failure.\nExit code 0: ready; 1: degraded or draining; 125: not "
           "running or not answering.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<HealthCommand>(invocation); };
    return spec;
}

void HealthCommand::start()
{
    const auto onAnswer = answer<QJsonValue>([this](const QJsonValue &report) {
        m_report = report.toObject();
        askForState();
    });
    admin().call(QStringLiteral("health.check"), {}, [onAnswer](const Result<QJsonValue> &report) {
        const bool hasChecks = report || report.error().code() != ErrorCode::Unsupported;
        onAnswer(hasChecks ? report : Result<QJsonValue>(QJsonObject()));
    });
}

// After the checks: they may have changed it.
void HealthCommand::askForState()
{
    admin().status(answer<DaemonSnapshot>([this](const DaemonSnapshot &daemon) { show(daemon); }));
}

void HealthCommand::show(const DaemonSnapshot &daemon)
{
    if (invocation().options.isSet("json")) {
        m_report.insert(QStringLiteral("state"), daemon.state);
        print(printedJson(m_report));
    } else {
        print(stateCell(daemon).text + QLatin1Char('\n'));
        const Table table = healthTable(m_report, QDateTime::currentMSecsSinceEpoch());
        if (!table.isEmpty()) {
            print(table.render({invocation().isColored,
                                invocation().terminal.outputIsTerminal ? invocation().terminal.columns : 0}));
        }
    }
    finish(daemon.state == QLatin1String("ready") ? 0 : notHealthy);
}

} // namespace DaemonRpc::Cli
