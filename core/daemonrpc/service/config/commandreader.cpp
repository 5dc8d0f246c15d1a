#include "commandreader_p.h"
#include "configurationtables_p.h"
#include "valuereader_p.h"

#include <daemonrpc/service/config/configurationtext.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

using Kind = ConfigurationNode::Kind;
using Mode = CommandDefinition::EnvironmentMode;

CommandReader::CommandReader(const ConfigurationSources &sources, LoadedConfiguration &loaded,
                             ConfigurationProblems &problems)
    : m_sources(sources)
    , m_loaded(loaded)
    , m_problems(problems)
{}

static const ConfigurationNode *entryOf(const ConfigurationNode &map, const QString &key)
{
    const auto entry =
        std::find_if(map.entries.begin(), map.entries.end(),
                     [&key](const ConfigurationNode &candidate) { return candidate.key == key; });
    return entry == map.entries.end() ? nullptr : &*entry;
}

static bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' ||
           c == u'_' || c == u'-';
}

bool CommandReader::isGoodName(const ConfigurationNode &node)
{
    const QString &name = node.key;
    if (name.isEmpty() || name.size() > maxNameLength || name.startsWith(u'-') ||
        !std::all_of(name.begin(), name.end(), isNameCharacter)) {
        m_problems.add(
            node.keyPosition,
            u"%1 is no name for a command; expected 1 to %2 of A-Z a-z 0-9 . _ -, not beginning with -"_s.arg(
                quotedForMessage(name), QString::number(maxNameLength)));
        return false;
    }
    if (m_sources.reservedCommands.contains(name.toLatin1())) {
        m_problems.add(
            node.keyPosition,
            u"\"%1\" is a command of the daemon itself and cannot be defined; choose another name"_s.arg(
                name));
        return false;
    }
    return true;
}

void CommandReader::read(const ConfigurationNode &commands)
{
    if (commands.kind == Kind::Nothing)
        return;
    if (commands.kind != Kind::Map) {
        m_problems.add(commands.position,
                       u"commands: expected NAME: definition, found "_s + descriptionOf(commands));
        return;
    }
    for (const ConfigurationNode &node : commands.entries) {
        if (isGoodName(node))
            readCommand(node);
    }
    if (m_loaded.configuration.commands.size() > maxCommands)
        m_problems.add(commands.keyPosition, u"there are more than %1 commands"_s.arg(maxCommands));
}

void CommandReader::readCommand(const ConfigurationNode &node)
{
    if (node.kind != Kind::Map) {
        m_problems.add(node.kind == Kind::Nothing ? node.keyPosition : node.position,
                       u"command \"%1\": expected a definition with at least `program`, found %2"_s.arg(
                           node.key, descriptionOf(node)));
        return;
    }
    const qsizetype problemsBefore = m_problems.count();
    CommandDefinition command;
    command.name = node.key.toLatin1();
    readKeys(node, command);
    if (m_problems.count() == problemsBefore)
        complete(node, command);
    if (m_problems.count() == problemsBefore)
        store(command, node);
}

void CommandReader::readKeys(const ConfigurationNode &node, CommandDefinition &command)
{
    const QString where = u"command \"%1\""_s.arg(node.key);
    const auto &fields = ConfigurationTables::commandFields();
    for (const ConfigurationNode &entry : node.entries) {
        const auto *field = ConfigurationTables::find(fields, entry.key);
        if (!field) {
            QStringList known;
            for (const auto &candidate : fields)
                known.append(candidate.key.path);
            addUnknownKey(entry.keyPosition, entry.key, where, known, m_problems);
            continue;
        }
        if (const auto value = readValue(field->key, entry, m_problems))
            field->write(command, field->key, *value);
    }
    for (const auto &field : fields) {
        if (field.key.isRequired && !entryOf(node, field.key.path))
            m_problems.add(node.keyPosition, u"%1: `%2` is missing"_s.arg(where, field.key.path));
    }
}

void CommandReader::complete(const ConfigurationNode &node, CommandDefinition &command)
{
    const ConfigurationNode *warm = entryOf(node, u"warm"_s);
    const ConfigurationNode *input = entryOf(node, u"input"_s);
    if (command.worker == CommandDefinition::Worker::Json) {
        if (warm && command.warm == 0)
            m_problems.add(warm->position,
                           u"warm: expected at least 1 with `worker: json`, found 0; leave it out"_s);
        if (input && command.input == CommandDefinition::Input::Stream)
            m_problems.add(input->position,
                           u"input: expected none with `worker: json`, whose input carries the "
                           u"requests; leave it out"_s);
        command.warm = std::max(command.warm, 1);
        command.input = CommandDefinition::Input::None;
    } else if (command.warm > 0 && command.input == CommandDefinition::Input::None) {
        m_problems.add(input->position,
                       u"input: expected stream with `warm`, since a warm copy waits for its "
                       u"input; leave one of them out"_s);
    }
    completeContext(node, command);
}

void CommandReader::completeContext(const ConfigurationNode &node, CommandDefinition &command)
{
    const ConfigurationNode *mode = entryOf(node, u"environment_mode"_s);
    const ConfigurationNode *environment = entryOf(node, u"environment"_s);
    const bool needsCaller =
        command.environmentMode == Mode::Caller || command.environmentMode == Mode::Merged;
    if (mode && command.warm > 0 && needsCaller) {
        m_problems.add(mode->position,
                       u"environment_mode: expected automatic or fixed with warm copies, which are started "
                       u"before there is a caller; leave it out"_s);
    }
    if (mode && command.environmentMode == Mode::Caller && !command.environment.isEmpty()) {
        m_problems.add(environment->position, u"environment: has no effect with `environment_mode: caller`; "
                                              u"write merged or fixed"_s);
    }
    if (command.environmentMode == Mode::Fixed && !environment)
        command.environment = m_sources.baseEnvironment;
}

void CommandReader::store(const CommandDefinition &command, const ConfigurationNode &node)
{
    QList<CommandDefinition> &commands = m_loaded.configuration.commands;
    const auto earlier =
        std::find_if(commands.begin(), commands.end(),
                     [&command](const CommandDefinition &other) { return other.name == command.name; });
    if (earlier == commands.end())
        commands.append(command);
    else
        *earlier = command;
    const QString prefix = u"commands.%1."_s.arg(node.key);
    for (const auto &field : ConfigurationTables::commandFields())
        m_loaded.origins.remove(prefix + field.key.path);
    for (const ConfigurationNode &entry : node.entries) {
        m_loaded.origins.insert(prefix + entry.key, {ConfigurationOrigin::Kind::File, m_problems.source(),
                                                     entry.keyPosition.line});
    }
}

} // namespace DaemonRpc
