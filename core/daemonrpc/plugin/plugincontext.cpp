#include <daemonrpc/plugin/plugincontext.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

static constexpr qsizetype maxMethodLength = 128;
static constexpr qsizetype maxCommandLength = 64;
static constexpr std::array reservedPrefixes{QLatin1String("daemon."), QLatin1String("rpc."),
                                             QLatin1String("health."), QLatin1String("log."),
                                             QLatin1String("$/")};

static bool isNameCharacter(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' ||
           c == u'_' || c == u'-';
}

// What is wrong with the name of a method; empty: nothing.
static QString methodProblem(const QString &name)
{
    for (const QLatin1String prefix : reservedPrefixes) {
        if (name.startsWith(prefix))
            return u"names that begin with \"%1\" are the daemon's own"_s.arg(prefix);
    }
    const bool isPlain = std::all_of(name.begin(), name.end(),
                                     [](QChar c) { return isNameCharacter(c.unicode()) || c == u'/'; });
    const qsizetype dot = name.indexOf(u'.');
    if (!isPlain || name.size() > maxMethodLength || dot < 1 || dot == name.size() - 1) {
        return u"expected namespace.name, of letters, digits, _ - . and /, at most %1 characters"_s.arg(
            maxMethodLength);
    }
    return {};
}

static bool isCommandName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= maxCommandLength && !name.startsWith('-') &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return isNameCharacter(static_cast<uchar>(c)); });
}

PluginContext::PluginContext(QString name, Settings settings, const MethodRegistry &methods,
                             QByteArrayList commandNames)
    : m_name(std::move(name))
    , m_settings(std::move(settings))
    , m_present(methods)
    , m_commandNames(std::move(commandNames))
{}

PluginContext::~PluginContext() = default;

void PluginContext::addCommand(const QByteArray &name, std::shared_ptr<CommandHandler> handler)
{
    const QString shown = QString::fromUtf8(name.left(maxCommandLength));
    if (!isCommandName(name))
        m_problems.append(
            u"command \"%1\": expected 1 to %2 of A-Z a-z 0-9 . _ -, not beginning with -"_s.arg(
                shown, QString::number(maxCommandLength)));
    else if (m_commandNames.contains(name))
        m_problems.append(u"command \"%1\" exists already"_s.arg(shown));
    else if (!handler)
        m_problems.append(u"command \"%1\" has no handler"_s.arg(shown));
    else
        m_commands.emplace_back(name, std::move(handler));
    m_commandNames.append(name);
}

void PluginContext::addMethod(const MethodDescription &description, MethodFunction function)
{
    const bool isComplete = static_cast<bool>(function);
    add(description.name, isComplete, [description, function = std::move(function)](JsonRpcService &service) {
        service.methods().add(description, function);
    });
}

void PluginContext::addSyncMethod(const MethodDescription &description, SyncMethodFunction function)
{
    const bool isComplete = static_cast<bool>(function);
    add(description.name, isComplete, [description, function = std::move(function)](JsonRpcService &service) {
        service.methods().addSync(description, function);
    });
}

void PluginContext::addBlockingMethod(const MethodDescription &description, BlockingMethodFunction function,
                                      const std::optional<ExclusiveEngine> &engine)
{
    const bool isComplete = static_cast<bool>(function);
    add(description.name, isComplete,
        [description, engine, function = std::move(function)](JsonRpcService &service) {
            if (engine)
                service.addBlocking(description, function, *engine);
            else
                service.addBlocking(description, function);
        });
}

void PluginContext::addExclusiveMethod(const MethodDescription &description, MethodFunction function,
                                       const ExclusiveEngine &engine)
{
    const bool isComplete = static_cast<bool>(function);
    add(description.name, isComplete,
        [description, engine, function = std::move(function)](JsonRpcService &service) {
            service.addExclusive(description, function, engine);
        });
}

void PluginContext::add(const QString &name, bool isComplete, Install install)
{
    const QString shown = name.left(maxMethodLength);
    const QString problem = methodProblem(name);
    if (!problem.isEmpty())
        m_problems.append(u"method \"%1\": %2"_s.arg(shown, problem));
    else if (m_present.contains(name) || methodNames().contains(name))
        m_problems.append(u"method \"%1\" exists already"_s.arg(shown));
    else if (!isComplete)
        m_problems.append(u"method \"%1\" has no function"_s.arg(shown));
    else
        m_methods.emplace_back(name, std::move(install));
}

QStringList PluginContext::methodNames() const
{
    QStringList names;
    for (const auto &[name, install] : m_methods)
        names.append(name);
    return names;
}

void PluginContext::commitMethods(JsonRpcService &service)
{
    Q_ASSERT_X(m_problems.isEmpty(), "PluginContext::commitMethods", "the plugin has failed");
    for (const auto &[name, install] : m_methods)
        install(service);
    m_methods.clear();
}

} // namespace DaemonRpc
