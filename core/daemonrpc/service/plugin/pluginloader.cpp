#include "logging_p.h"

#include <daemonrpc/plugin/handlerplugin.h>
#include <daemonrpc/service/plugin/pluginloader.h>

#include <QPluginLoader>

#include <algorithm>
#include <exception>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

static const QString stateFound = u"found"_s;
static const QString stateLoaded = u"loaded"_s;
static const QString stateFailed = u"failed"_s;
static const QString stateDisabled = u"disabled"_s;

PluginLoader::PluginLoader(ServiceConfiguration::Plugins options)
    : m_options(std::move(options))
{}

PluginLoader::~PluginLoader()
{
    m_commands.clear();
    // Destroys the plugin objects, the last one first. Their code stays (PreventUnloadHint).
    while (!m_loaders.empty()) {
        m_loaders.back()->unload();
        m_loaders.pop_back();
    }
}

void PluginLoader::fail(PluginSnapshot plugin, const QString &reason)
{
    plugin.state = stateFailed;
    plugin.reason = reason;
    m_plugins.append(plugin);
}

void PluginLoader::take(const PluginFile &file)
{
    PluginSnapshot plugin;
    plugin.name = file.name();
    plugin.version = file.version();
    plugin.description = file.description();
    plugin.file = file.path();
    const auto twin = std::find_if(m_plugins.begin(), m_plugins.end(), [&file](const PluginSnapshot &other) {
        return other.name == file.name();
    });
    if (!m_options.enabled.isEmpty() && !m_options.enabled.contains(file.name().toUtf8())) {
        plugin.state = stateDisabled;
        plugin.reason = u"plugins.enabled does not name it"_s;
        m_plugins.append(plugin);
    } else if (twin != m_plugins.end()) {
        fail(plugin, u"%1: %2 has the same name, \"%3\""_s.arg(file.path(), twin->file, file.name()));
    } else {
        plugin.state = stateFound;
        m_plugins.append(plugin);
    }
}

void PluginLoader::find()
{
    m_plugins.clear();
    if (m_options.directory.isEmpty())
        return;
    if (const Result<void> checked = PluginFile::checkDirectory(m_options.directory); !checked) {
        PluginSnapshot nothing;
        nothing.file = m_options.directory;
        fail(nothing, checked.error().message());
        return;
    }
    const QStringList paths = PluginFile::list(m_options.directory);
    for (const QString &path : paths) {
        PluginSnapshot unknown;
        unknown.file = path;
        const Result<PluginFile> file = PluginFile::read(path);
        if (m_plugins.size() >= maxPlugins)
            fail(unknown, u"there are more than %1 plugins"_s.arg(maxPlugins));
        else if (file)
            take(*file);
        else
            fail(unknown, file.error().message());
    }
    for (const QByteArray &name : m_options.enabled) {
        PluginSnapshot missing;
        missing.name = QString::fromUtf8(name);
        const bool isThere = std::any_of(m_plugins.begin(), m_plugins.end(), [&missing](const auto &plugin) {
            return plugin.name == missing.name;
        });
        if (!isThere) {
            fail(missing, u"plugins.enabled names \"%1\", and no plugin in %2 has this name"_s.arg(
                              missing.name, m_options.directory));
        }
    }
}

void PluginLoader::load(JsonRpcService &service, const QByteArrayList &commandNames)
{
    find();
    QByteArrayList taken = commandNames;
    for (PluginSnapshot &plugin : m_plugins) {
        if (plugin.state == stateFound)
            loadOne(plugin, service, taken);
        if (plugin.state == stateFailed)
            qCWarning(lcPlugin).noquote() << "plugin not loaded:" << plugin.reason;
        else if (plugin.state == stateDisabled)
            qCInfo(lcPlugin).noquote() << "plugin" << plugin.name << "is disabled:" << plugin.reason;
        else
            qCInfo(lcPlugin).noquote()
                << "loaded plugin" << plugin.name << plugin.version << "from" << plugin.file;
    }
}

void PluginLoader::loadOne(PluginSnapshot &plugin, JsonRpcService &service, QByteArrayList &commandNames)
{
    auto loader = std::make_unique<QPluginLoader>(plugin.file);
    // Every symbol now: one that is missing would end the process at the first call. And never unloaded: what
    // the plugin has started may still refer to its code.
    loader->setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
    Result<void> done;
    {
        PluginContext context(plugin.name, settingsOf(plugin.name), service.methods(), commandNames);
        done = initialize(*loader, context);
        if (done)
            accept(plugin, context, service, commandNames);
    }
    if (done) {
        m_loaders.push_back(std::move(loader));
    } else {
        loader->unload(); // destroys the plugin object; what it added has gone with the context
        plugin.state = stateFailed;
        plugin.reason = done.error().message();
    }
}

void PluginLoader::accept(PluginSnapshot &plugin, PluginContext &context, JsonRpcService &service,
                          QByteArrayList &commandNames)
{
    plugin.state = stateLoaded;
    plugin.methods = context.methodNames();
    for (const PluginContext::Command &command : context.commands()) {
        plugin.commands.append(QString::fromLatin1(command.first));
        commandNames.append(command.first);
        m_commands.push_back(command);
    }
    context.commitMethods(service);
}

Result<void> PluginLoader::initialize(QPluginLoader &loader, PluginContext &context) const
{
    const auto failed = [&](const QString &why) {
        return unexpected(ErrorCode::Unsupported,
                          u"plugin \"%1\" (%2): %3"_s.arg(context.name(), loader.fileName(), why));
    };
    auto *plugin = qobject_cast<HandlerPlugin *>(loader.instance());
    if (!plugin) {
        return failed(loader.isLoaded()
                          ? u"its class does not implement DaemonRpc::HandlerPlugin; Q_INTERFACES "
                            u"is needed"_s
                          : loader.errorString());
    }
    try {
        if (const Result<void> done = plugin->initialize(context); !done)
            return failed(done.error().message());
    } catch (const std::exception &error) {
        return failed(u"initialize() threw: %1"_s.arg(QString::fromLocal8Bit(error.what())));
    } catch (...) {
        return failed(u"initialize() threw something"_s);
    }
    if (!context.problems().isEmpty())
        return failed(context.problems().join(u"; "_s));
    return {};
}

PluginContext::Settings PluginLoader::settingsOf(const QString &name) const
{
    PluginContext::Settings settings;
    const QString prefix = name + u'.';
    for (const QByteArray &entry : m_options.settings) {
        const QString text = QString::fromUtf8(entry);
        const QString key = text.section(u'=', 0, 0);
        if (key.startsWith(prefix))
            settings.insert(key.mid(prefix.size()), text.section(u'=', 1));
    }
    return settings;
}

void PluginLoader::addCommandsTo(HandlerRegistry &handlers) const
{
    for (const auto &[name, handler] : m_commands)
        handlers.add(name, handler);
}

QStringList PluginLoader::problems() const
{
    QStringList problems;
    for (const PluginSnapshot &plugin : m_plugins) {
        if (plugin.state == stateFailed)
            problems.append(plugin.reason);
    }
    return problems;
}

} // namespace DaemonRpc
