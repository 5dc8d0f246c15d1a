#include "commands/listcommand.h"

#include "formatting.h"
#include "printers/jsonprinter.h"
#include "printers/shownname.h"
#include "printers/snapshotprinter.h"

#include <QJsonArray>

#include <algorithm>

namespace DaemonRpc::Cli {

ListCommand::ListCommand(const Invocation &invocation)
    : AdminCommand(invocation)
    , m_survey(invocation.client, DaemonSurvey::Question::Status)
{
    connect(&m_survey, &DaemonSurvey::finished, this, &ListCommand::show);
}

SubcommandSpec ListCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "list";
    spec.summary = tr("list the daemons that run");
    spec.options = {
        {"all", 'a', "", tr("also those that do not answer, and what ended ones left")},
        {"json", 'j', "", tr("an array of objects")},
    };
    spec.make = [](const Invocation &invocation) { return std::make_unique<ListCommand>(invocation); };
    return spec;
}

void ListCommand::start()
{
    const Result<RuntimeDirectory> directory = runtimeDirectory();
    if (!directory) {
        fail(directory.error());
        return;
    }
    const Result<void> verified = directory->verify();
    if (!verified && verified.error().code() != ErrorCode::NotRunning) {
        fail(verified.error());
        return;
    }
    m_survey.start(*directory);
}

static QString stateWithoutAnswer(const SurveyedDaemon &daemon)
{
    if (!daemon.isDead())
        return QStringLiteral("unresponsive");
    // Only a daemon that was killed leaves its socket.
    return daemon.instance.hasSocket ? QStringLiteral("dead") : QStringLiteral("stopped");
}

static qint64 pidOf(const SurveyedDaemon &daemon)
{
    return daemon.instance.info && !daemon.isDead() ? daemon.instance.info->pid : 0;
}

static QJsonObject toJson(const SurveyedDaemon &daemon)
{
    if (daemon.snapshot)
        return daemon.snapshot->toJson();
    QJsonObject json{
        {QStringLiteral("daemon_id"), daemon.instance.name.id().toString()},
        {QStringLiteral("state"), stateWithoutAnswer(daemon)},
        {QStringLiteral("socket_path"), daemon.instance.socketPath},
        {QStringLiteral("log_path"), daemon.instance.logPath},
    };
    if (const qint64 pid = pidOf(daemon); pid > 0)
        json.insert(QStringLiteral("pid"), pid);
    if (daemon.error)
        json.insert(QStringLiteral("error"), daemon.error->message());
    return json;
}

void ListCommand::show()
{
    const bool showsAll = invocation().options.isSet("all");
    std::vector<SurveyedDaemon> shown;
    std::copy_if(m_survey.daemons().begin(), m_survey.daemons().end(), std::back_inserter(shown),
                 [showsAll](const SurveyedDaemon &daemon) { return showsAll || daemon.snapshot; });
    if (invocation().options.isSet("json")) {
        QJsonArray array;
        for (const SurveyedDaemon &daemon : shown)
            array.append(toJson(daemon));
        print(printedJson(array));
    } else if (!shown.empty()) {
        showTable(shown);
    }
    sayWhatIsLeftOut(shown);
    finish(0);
}

void ListCommand::showTable(const std::vector<SurveyedDaemon> &shown)
{
    using enum Table::Alignment;
    Table table({{tr("ID"), Left},
                 {tr("PID"), Right},
                 {tr("STATE"), Left},
                 {tr("UPTIME"), Right},
                 {tr("REQUESTS"), Right},
                 {tr("CONNECTIONS"), Right},
                 {tr("VERSION"), Left}});
    const QString unknown = QStringLiteral("-");
    for (const SurveyedDaemon &daemon : shown) {
        const QString id = daemon.instance.name.id().toString();
        if (const std::optional<DaemonSnapshot> &snapshot = daemon.snapshot) {
            table.addRow({id, QString::number(snapshot->pid), stateCell(*snapshot),
                          formatDuration(std::chrono::milliseconds(snapshot->uptimeMs)),
                          QString::number(snapshot->runningRequests), QString::number(snapshot->connections),
                          versionLabel(*snapshot)});
            continue;
        }
        const qint64 pid = pidOf(daemon);
        table.addRow({id, pid > 0 ? QString::number(pid) : unknown,
                      Cell(shownName(NameOf::DaemonState, stateWithoutAnswer(daemon)),
                           daemon.isDead() ? CellTone::Plain : CellTone::Bad),
                      unknown, unknown, unknown, unknown});
    }
    print(table.render({invocation().isColored,
                        invocation().terminal.outputIsTerminal ? invocation().terminal.columns : 0}));
}

void ListCommand::sayWhatIsLeftOut(const std::vector<SurveyedDaemon> &shown)
{
    const auto isSilent = [](const SurveyedDaemon &daemon) { return !daemon.isDead() && !daemon.snapshot; };
    const std::vector<SurveyedDaemon> &all = m_survey.daemons();
    const auto silent = std::count_if(all.begin(), all.end(), isSilent);
    if (silent > 0 && !invocation().options.isSet("all"))
        messenger().showInformation(
            tr("%n daemon(s) not answering; see daemon-rpc list --all", nullptr, static_cast<int>(silent)));
    else if (shown.empty())
        messenger().showInformation(tr("no daemon is running"));
}

} // namespace DaemonRpc::Cli
