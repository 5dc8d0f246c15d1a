#include "commands/commandscommand.h"

#include "printers/jsonprinter.h"
#include "printers/shownname.h"
#include "printers/table.h"

#include <QJsonArray>

#include <algorithm>

#include <limits.h>

namespace DaemonRpc::Cli {

CommandsCommand::CommandsCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{}

SubcommandSpec CommandsCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "commands";
    spec.summary = tr("list the commands that a daemon runs");
    spec.options = {
        {"all", 'a', "", tr("hidden ones, too")},
        {"json", 'j', "", tr("an array of objects")},
    };
    spec.notes = tr("The daemon's own and those of its configuration.");
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
    if (command.maxParallel > 0 && command.waiting > 0)
        return CommandsCommand::tr("%1 of %2 (%3 waiting)")
            .arg(command.running)
            .arg(command.maxParallel)
            .arg(command.waiting);
    if (command.maxParallel > 0)
        return CommandsCommand::tr("%1 of %2").arg(command.running).arg(command.maxParallel);
    if (command.waiting > 0)
        return CommandsCommand::tr("%1 (%2 waiting)").arg(command.running).arg(command.waiting);
    return QString::number(command.running);
}

// "1 of 2 ready, 40 calls (3 cold)"
static Cell warmCell(const CommandSnapshot &command)
{
    if (command.warmWanted == 0)
        return QStringLiteral("-");
    const auto calls =
        static_cast<int>(std::clamp<qint64>(command.warmCalls + command.coldCalls, 0, INT_MAX));
    const QString label =
        calls == 0 ? CommandsCommand::tr("%1 of %2 ready").arg(command.warmReady).arg(command.warmWanted)
                   : CommandsCommand::tr("%1 of %2 ready, %n call(s) (%3 cold)", nullptr, calls)
                         .arg(command.warmReady)
                         .arg(command.warmWanted)
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
    Table table({{tr("COMMAND"), Left},
                 {tr("HANDLER"), Left},
                 {tr("RUNNING"), Right},
                 {tr("WARM"), Left},
                 {tr("DESCRIPTION"), Left}});
    for (const CommandSnapshot &command : commands)
        table.addRow({command.name, shownName(NameOf::HandlerKind, command.handler), runningLabel(command),
                      warmCell(command), shownName(NameOf::CommandSummary, command.summary)});
    const TerminalInfo &terminal = invocation().terminal;
    print(table.render({invocation().isColored, terminal.outputIsTerminal ? terminal.columns : 0}));
    finish(0);
}

} // namespace DaemonRpc::Cli
