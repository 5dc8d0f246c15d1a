#include <daemonrpc/service/plugin/pluginmethods.h>

#include <QJsonArray>

namespace DaemonRpc {

void PluginMethods::addTo(MethodRegistry &methods, const PluginLoader &loader)
{
    MethodDescription description;
    description.name = QStringLiteral("daemon.plugins");
    description.summary =
        QStringLiteral("Lists the plugins, with the reason of those that could not be loaded.");
    description.resultSummary =
        QStringLiteral("An array of objects: name, version, description, file, state, "
                       "reason, commands, methods.");
    description.role = Role::ReadOnly;
    methods.addSync(description, [&loader](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
        QJsonArray array;
        for (const PluginSnapshot &plugin : loader.plugins())
            array.append(plugin.toJson());
        return array;
    });
}

} // namespace DaemonRpc
