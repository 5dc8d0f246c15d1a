#include "jsonreader_p.h"

#include <daemonrpc/admin/pluginsnapshot.h>

namespace DaemonRpc {

QJsonObject PluginSnapshot::toJson() const
{
    return {
        {QStringLiteral("name"), name},
        {QStringLiteral("version"), version},
        {QStringLiteral("description"), description},
        {QStringLiteral("file"), file},
        {QStringLiteral("state"), state},
        {QStringLiteral("reason"), reason},
        {QStringLiteral("commands"), QJsonArray::fromStringList(commands)},
        {QStringLiteral("methods"), QJsonArray::fromStringList(methods)},
    };
}

Result<PluginSnapshot> PluginSnapshot::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    PluginSnapshot plugin;
    plugin.name = reader.string(u"name");
    plugin.version = reader.string(u"version");
    plugin.description = reader.string(u"description");
    plugin.file = reader.string(u"file");
    plugin.state = reader.string(u"state");
    plugin.reason = reader.string(u"reason");
    plugin.commands = reader.strings(u"commands");
    plugin.methods = reader.strings(u"methods");
    if (reader.error())
        return unexpected(*reader.error());
    return plugin;
}

} // namespace DaemonRpc
