// Plugins of a directory, loaded into a daemon.
#pragma once

#include <daemonrpc/admin/pluginsnapshot.h>
#include <daemonrpc/plugin/plugincontext.h>
#include <daemonrpc/service/config/serviceconfiguration.h>
#include <daemonrpc/service/plugin/pluginfile.h>

#include <QList>

#include <memory>
#include <vector>

class QPluginLoader;

namespace DaemonRpc {

/// Finds, checks, loads and initialises the plugins that a configuration names. Thread-bound; must outlive
/// the daemon, whose methods and commands refer to the plugins.
///
/// One that fails is reported, in the log and by plugins(), and left out; nothing else changes. A program
/// that is linked with the static library needs daemonrpc_plugin_host() of the CMake package, so that plugins
/// find the library in it.
///
///     PluginLoader plugins(configuration.plugins);
///     plugins.load(daemon.rpc(), handlers.names());
///     plugins.addCommandsTo(handlers);
///     daemon.server().setHandlers(std::move(handlers));
class DAEMONRPC_SERVICE_EXPORT PluginLoader
{
public:
    static constexpr qsizetype maxPlugins = 256;

    explicit PluginLoader(ServiceConfiguration::Plugins options);
    ~PluginLoader();
    PluginLoader(const PluginLoader &) = delete;
    PluginLoader &operator=(const PluginLoader &) = delete;

    /// Looks at the directory without running any code; what would be loaded is "found" afterwards.
    void find();

    /// find(), then loads and initialises what was found, by the names of the files. Methods go to @p
    /// service; @p commandNames are taken. Once.
    void load(JsonRpcService &service, const QByteArrayList &commandNames);

    /// Adds the commands of the loaded plugins, after load() and again at each reload.
    void addCommandsTo(HandlerRegistry &handlers) const;

    /// Every plugin that was found or asked for, and what has become of it.
    [[nodiscard]] const QList<PluginSnapshot> &plugins() const { return m_plugins; }

    /// What has failed, each as one sentence.
    [[nodiscard]] QStringList problems() const;

private:
    void fail(PluginSnapshot plugin, const QString &reason);
    void take(const PluginFile &file);
    [[nodiscard]] Result<void> initialize(QPluginLoader &loader, PluginContext &context) const;
    void loadOne(PluginSnapshot &plugin, JsonRpcService &service, QByteArrayList &commandNames);
    void accept(PluginSnapshot &plugin, PluginContext &context, JsonRpcService &service,
                QByteArrayList &commandNames);
    [[nodiscard]] PluginContext::Settings settingsOf(const QString &name) const;

    const ServiceConfiguration::Plugins m_options;
    QList<PluginSnapshot> m_plugins;
    std::vector<std::unique_ptr<QPluginLoader>> m_loaders; // of the loaded ones
    std::vector<PluginContext::Command> m_commands;
};

} // namespace DaemonRpc
