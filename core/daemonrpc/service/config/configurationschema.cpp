#include "configurationtables_p.h"

#include <daemonrpc/service/config/configurationschema.h>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

template <typename Target>
static QList<ConfigurationKey> keysOf(const QList<ConfigurationField<Target>> &fields)
{
    QList<ConfigurationKey> keys;
    keys.reserve(fields.size());
    for (const ConfigurationField<Target> &field : fields)
        keys.append(field.key);
    return keys;
}

const QList<ConfigurationSection> &ConfigurationSchema::sections()
{
    static const QList<ConfigurationSection> sections{
        {u"daemon"_s, u"The process."_s},
        {u"sockets"_s,
         u"Where the daemon listens besides its own socket in the runtime directory. Nothing else by default."_s},
        {u"sockets.local"_s, u"One more local socket."_s},
        {u"sockets.tcp"_s,
         u"A TCP port without encryption, for this machine or a protected network. Needs a token "
         u"file; see `access`."_s},
        {u"sockets.tls"_s,
         u"A TCP port with TLS 1.2 or later. Files are PEM; when they change, new connections "
         u"get the new ones at once."_s},
        {u"sockets.remote"_s, u"Limits of the ports of `sockets.tcp` and `sockets.tls`."_s},
        {u"access"_s, u"Who may do what, besides the daemon's own user and root, who may do everything. "
                      u"`read-only` may look, `control` may run commands, cancel, change and stop."_s},
        {u"workers"_s, u"The threads that run handlers which block."_s},
        {u"performance"_s, u"Times and sizes of connections and requests."_s},
        {u"health"_s, u"Checks of the daemon by itself, and what it does when they fail."_s},
        {u"logging"_s, u"What is logged, how and where."_s},
        {u"limits"_s, u"Limits of the operating system that the daemon sets for itself; see setrlimit(2)."_s},
        {u"plugins"_s, u"Shared objects that add commands and JSON-RPC methods; see docs/PLUGINS.md."_s},
    };
    return sections;
}

QList<ConfigurationKey> ConfigurationSchema::keys() { return keysOf(ConfigurationTables::serviceFields()); }

QList<ConfigurationKey> ConfigurationSchema::commandKeys()
{
    return keysOf(ConfigurationTables::commandFields());
}

ConfigurationValue ConfigurationSchema::valueOf(const ServiceConfiguration &configuration,
                                                const QString &path)
{
    const auto *field = ConfigurationTables::find(ConfigurationTables::serviceFields(), path);
    Q_ASSERT(field);
    return field->read(configuration, field->key);
}

ConfigurationValue ConfigurationSchema::valueOf(const CommandDefinition &command, const QString &name)
{
    const auto *field = ConfigurationTables::find(ConfigurationTables::commandFields(), name);
    Q_ASSERT(field);
    return field->read(command, field->key);
}

} // namespace DaemonRpc
