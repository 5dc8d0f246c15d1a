#include "commands/commandscommand.h"

#include "formatting.h"
#include "printers/jsonprinter.h"
#include "printers/table.h"

#include <QJsonArray>

namespace DaemonRpc::Cli {

CommandsCommand::CommandsCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{}

SubcommandSpec CommandsCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "commands";
    spec.summary = QStringLiteral("list the commands that a daemon runs");
    spec.options = {
        {"all", 'a', "", QStringLiteral("hidden ones, too")},
        {"json", 'j', "", QStringLiteral("an array of objects")},
    };
    spec.notes = QStringLiteral("The daemon's own and those of its configuration.\n");
    spec.make = [](const Invocation &invocation) { return std::make_unique<CommandsCommand>(invocation); };
    return spec;
}

void CommandsCommand::start()
{
    admin().commands(
        invocation().options.isSet("all"),
        answer<QList<CommandSnapshot>>([this](const QList<CommandSnapshot> &commands) { show(commands); }));
}

// "2", "2 of 4 (3 waiting)"; nothing for a command that does not count.
static QString runningLabel(const CommandSnapshot &command)
{
    if (command.running == 0 && command.maxParallel == 0 && command.warmWanted == 0)
        return QStringLiteral("-");
    QString label = QString::number(command.running);
    if (command.maxParallel > 0)
        label += QStringLiteral(" of %1").arg(command.maxParallel);
    if (command.waiting > 0)
        label += QStringLiteral(" (%1 waiting)").arg(command.waiting);
    return label;
}

// "1 of 2 ready, 40 calls (3 cold)"
static Cell warmCell(const CommandSnapshot &command)
{
    if (command.warmWanted == 0)
        return QStringLiteral("-");
    QString label = QStringLiteral("%1 of %2 ready").arg(command.warmReady).arg(command.warmWanted);
    if (const qint64 calls = command.warmCalls + command.coldCalls; calls > 0)
        label += QStringLiteral(", %1 (%2 cold)")
                     .arg(formatCount(calls, QStringLiteral("call")))
                     .arg(command.coldCalls);
    return {label, command.warmReady == command.warmWanted ? CellTone::Good : CellTone::Plain};
}

void CommandsCommand::show(const QList<CommandSnapshot> &commands)
{
    if (invocation().options.isSet("json")) {
        QJsonArray array;
        for (const CommandSnapshot &command : commands)
            array.append(command.toJson());
        print(printedJson(array));
        finish(0);
        return;
    }
    using enum Table::Alignment;
    Table table({{QStringLiteral("COMMAND"), Left},
                 {QStringLiteral("HANDLER"), Left},
                 {QStringLiteral("RUNNING"), Right},
                 {QStringLiteral("WARM"), Left},
                 {QStringLiteral("DESCRIPTION"), Left}});
    for (const CommandSnapshot &command : commands)
        table.addRow(
            {command.name, command.handler, runningLabel(command), warmCell(command), command.summary});
    const TerminalInfo &terminal = invocation().terminal;
    print(table.render({invocation().isColored, terminal.outputIsTerminal ? terminal.columns : 0}));
    finish(0);
}

} // namespace DaemonRpc::Cli
