// What a plugin sees of the daemon that loads it.
#pragma once

#include <daemonrpc/handler/handlerregistry.h>
#include <daemonrpc/server/jsonrpcservice.h>

#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace DaemonRpc {

/// Takes what a plugin adds, checks it, and keeps it until the whole is accepted. Thread-bound.
///
/// What is wrong with an addition is not told to the plugin, it makes the plugin fail as a whole, with every
/// problem named:
/// - a name that the daemon or another plugin has already, or that was added twice;
/// - a method below `daemon.`, `rpc.`, `health.`, `log.` or `$/`, which are the daemon's own;
/// - a method that is not `namespace.name`, of letters, digits, `_ - . /`, at most 128 characters in all;
/// - a command that is not 1 to 64 of `A-Z a-z 0-9 . _ -`, or that begins with `-`.
///
/// A host fills it in like this:
///
///     PluginContext context(QStringLiteral("voxels"), settings, service.methods(), handlers.names());
///     if (plugin.initialize(context) && context.problems().isEmpty())
///         context.commitMethods(service);
class DAEMONRPC_EXPORT PluginContext
{
public:
    using Settings = QMap<QString, QString>;
    using Command = std::pair<QByteArray, std::shared_ptr<CommandHandler>>;

    /// For plugin @p name, in a daemon that has @p methods and the commands @p commandNames already. @p
    /// methods must outlive the context.
    PluginContext(QString name, Settings settings, const MethodRegistry &methods,
                  QByteArrayList commandNames);
    ~PluginContext();
    PluginContext(const PluginContext &) = delete;
    PluginContext &operator=(const PluginContext &) = delete;

    // The plugin's side.

    /// The plugin's own name, as in its metadata.
    [[nodiscard]] const QString &name() const { return m_name; }

    /// The plugin's own settings: of `plugins.settings: {voxels.directory: /x}` it is `directory` for the
    /// plugin named voxels.
    [[nodiscard]] const Settings &settings() const { return m_settings; }

    /// Adds a command.
    void addCommand(const QByteArray &name, std::shared_ptr<CommandHandler> handler);

    /// Adds a JSON-RPC method; see MethodRegistry::add().
    void addMethod(const MethodDescription &description, MethodFunction function);
    void addSyncMethod(const MethodDescription &description, SyncMethodFunction function);

    /// Adds a method that runs on a worker; see JsonRpcService::addBlocking(). With @p engine, one at a time
    /// with all others of it.
    void addBlockingMethod(const MethodDescription &description, BlockingMethodFunction function,
                           const std::optional<ExclusiveEngine> &engine = std::nullopt);

    /// Adds a method of @p engine that answers from the event loop; see JsonRpcService::addExclusive().
    void addExclusiveMethod(const MethodDescription &description, MethodFunction function,
                            const ExclusiveEngine &engine);

    // The host's side.

    /// What was wrong with the additions; empty when all is well.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

    [[nodiscard]] const std::vector<Command> &commands() const { return m_commands; }

    [[nodiscard]] QStringList methodNames() const;

    /// Adds the methods to @p service. Once, and only without problems().
    void commitMethods(JsonRpcService &service);

private:
    using Install = std::function<void(JsonRpcService &service)>;

    void add(const QString &name, bool isComplete, Install install);

    QString m_name;
    Settings m_settings;
    const MethodRegistry &m_present;
    QByteArrayList m_commandNames;
    std::vector<Command> m_commands;
    std::vector<std::pair<QString, Install>> m_methods;
    QStringList m_problems;
};

} // namespace DaemonRpc
