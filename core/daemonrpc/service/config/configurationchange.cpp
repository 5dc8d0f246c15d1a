#include "configurationtables_p.h"

#include <daemonrpc/service/config/configurationchange.h>

namespace DaemonRpc {

static QMap<QByteArray, CommandDefinition> byName(const QList<CommandDefinition> &commands)
{
    QMap<QByteArray, CommandDefinition> result;
    for (const CommandDefinition &command : commands)
        result.insert(command.name, command);
    return result;
}

static QStringList changedCommands(const QList<CommandDefinition> &before,
                                   const QList<CommandDefinition> &after)
{
    const QMap<QByteArray, CommandDefinition> old = byName(before);
    const QMap<QByteArray, CommandDefinition> fresh = byName(after);
    QMap<QByteArray, CommandDefinition> all = old;
    all.insert(fresh);
    QStringList changed;
    for (auto command = all.keyBegin(); command != all.keyEnd(); ++command) {
        const bool isSame = old.contains(*command) && fresh.contains(*command) &&
                            old.value(*command) == fresh.value(*command);
        if (!isSame)
            changed.append(QStringLiteral("commands.") + QString::fromLatin1(*command));
    }
    return changed;
}

ConfigurationChange ConfigurationChange::between(const ServiceConfiguration &before,
                                                 const ServiceConfiguration &after)
{
    ConfigurationChange change;
    for (const auto &field : ConfigurationTables::serviceFields()) {
        if (field.read(before, field.key) == field.read(after, field.key))
            continue;
        const bool isApplicable = field.key.effect == ConfigurationKey::Effect::Reload;
        (isApplicable ? change.applicable : change.needingRestart).append(field.key.path);
    }
    change.applicable += changedCommands(before.commands, after.commands);
    return change;
}

} // namespace DaemonRpc
