#include <daemonrpc/service/command/commandset.h>

namespace DaemonRpc {

CommandSet::CommandSet() = default;

CommandSet::~CommandSet() = default;

HandlerRegistry CommandSet::update(const QList<CommandDefinition> &definitions, HandlerRegistry stock,
                                   const Limits &limits)
{
    std::map<QByteArray, CommandDefinition> wanted;
    for (const CommandDefinition &definition : definitions)
        wanted[definition.name] = definition;

    std::map<QByteArray, std::shared_ptr<ConfiguredCommand>> commands;
    for (const auto &[name, definition] : wanted) {
        const auto known = m_commands.find(name);
        const bool isUnchanged = known != m_commands.end() && known->second->definition() == definition;
        commands[name] =
            isUnchanged ? known->second : std::make_shared<ConfiguredCommand>(definition, limits);
        stock.add(name, commands[name]);
    }
    m_commands = std::move(commands);
    return stock;
}

QList<std::shared_ptr<const ConfiguredCommand>> CommandSet::commands() const
{
    QList<std::shared_ptr<const ConfiguredCommand>> list;
    for (const auto &[name, command] : m_commands)
        list.append(command);
    return list;
}

} // namespace DaemonRpc
