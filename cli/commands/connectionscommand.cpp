#include "commands/connectionscommand.h"

#include "printers/jsonprinter.h"
#include "printers/snapshotprinter.h"

#include <QJsonArray>

namespace DaemonRpc::Cli {

ConnectionsCommand::ConnectionsCommand(const Invocation &invocation)
    : AdminCommand(invocation)
    , m_survey(invocation.client, DaemonSurvey::Question::Connections)
{
    connect(&m_survey, &DaemonSurvey::finished, this, &ConnectionsCommand::showAll);
}

SubcommandSpec ConnectionsCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "connections";
    spec.summary = tr("list who is connected to a daemon");
    spec.options = {
        {"all", 'a', "", tr("of every daemon that runs")},
        {"json", 'j', "", tr("an array of objects")},
    };
    spec.notes = tr("The connection that asks is among them.");
    spec.make = [](const Invocation &invocation) { return std::make_unique<ConnectionsCommand>(invocation); };
    return spec;
}

void ConnectionsCommand::start()
{
    if (invocation().options.isSet("all")) {
        const Result<RuntimeDirectory> directory = runtimeDirectory();
        if (directory)
            m_survey.start(*directory);
        else
            fail(directory.error());
        return;
    }
    admin().connections(answer<QList<ConnectionSnapshot>>(
        [this](const QList<ConnectionSnapshot> &connections) { showOne(connections); }));
}

void ConnectionsCommand::showOne(const QList<ConnectionSnapshot> &connections)
{
    if (invocation().options.isSet("json")) {
        QJsonArray array;
        for (const ConnectionSnapshot &connection : connections)
            array.append(connection.toJson());
        print(printedJson(array));
    } else {
        Table table = connectionTable(WithDaemons::No);
        addConnections(table, connections);
        print(table.render({invocation().isColored}));
    }
    finish(0);
}

void ConnectionsCommand::showAll()
{
    QJsonArray array;
    Table table = connectionTable(WithDaemons::Yes);
    for (const SurveyedDaemon &daemon : m_survey.daemons()) {
        const QString name = daemon.instance.name.toString();
        addConnections(table, daemon.connections, name);
        for (const ConnectionSnapshot &connection : daemon.connections) {
            QJsonObject json = connection.toJson();
            json.insert(QStringLiteral("daemon_id"), daemon.instance.name.id().toString());
            if (daemon.snapshot)
                json.insert(QStringLiteral("daemon_pid"), daemon.snapshot->pid);
            array.append(json);
        }
    }
    if (invocation().options.isSet("json"))
        print(printedJson(array));
    else if (table.isEmpty())
        messenger().showInformation(tr("no daemon is running"));
    else
        print(table.render({invocation().isColored}));
    finish(0);
}

} // namespace DaemonRpc::Cli
