#include "commands/commandscommand.h"

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
                 {QStringLiteral("DESCRIPTION"), Left}});
    for (const CommandSnapshot &command : commands)
        table.addRow({command.name, command.handler, command.summary});
    const TerminalInfo &terminal = invocation().terminal;
    print(table.render({invocation().isColored, terminal.outputIsTerminal ? terminal.columns : 0}));
    finish(0);
}

} // namespace DaemonRpc::Cli
