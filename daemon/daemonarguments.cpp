#include "daemon/daemonarguments.h"

#include "daemon/commandlineoptions.h"
#include "daemon/commands/stockcommands.h"

#include <daemonrpc/service/config/configurationloader.h>
#include <daemonrpc/service/config/daemonoptionsmapping.h>

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QHash>

#include <algorithm>
#include <array>
#include <limits>

namespace DaemonRpc {

namespace {

/// Reads options and keeps the first complaint.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser)
        : m_parser(parser)
    {}

    qint64 number(const QString &option, qint64 fallback, qint64 minimum, qint64 maximum)
    {
        if (!m_parser.isSet(option))
            return fallback;
        bool isNumber = false;
        const qint64 value = m_parser.value(option).toLongLong(&isNumber);
        if ((!isNumber || value < minimum || value > maximum) && !m_error) {
            m_error = Error(ErrorCode::InvalidArgument,
                            DaemonArguments::tr("--%1 needs a whole number from %2 to %3, not \"%4\"")
                                .arg(option)
                                .arg(minimum)
                                .arg(maximum)
                                .arg(m_parser.value(option)));
        }
        return value;
    }

    std::chrono::milliseconds time(const QString &option, std::chrono::milliseconds fallback)
    {
        // A QTimer counts milliseconds in an int.
        return std::chrono::milliseconds(
            number(option, fallback.count(), 0, std::numeric_limits<int>::max()));
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    const QCommandLineParser &m_parser;
    std::optional<Error> m_error;
};

// Options that stand for a key of the configuration.
struct KeyOption
{
    const char *option;
    const char *key;
};

constexpr std::array<KeyOption, 4> keyOptions{{
    {"idle-exit-ms", "daemon.idle_exit_ms"},
    {"grace-ms", "performance.grace_ms"},
    {"stop-timeout-ms", "performance.shutdown_timeout_ms"},
    {"max-connections", "performance.max_connections"},
}};

// In the order of the command line, so that the last one counts.
QList<ConfigurationOption> keysOf(const QCommandLineParser &parser)
{
    QList<ConfigurationOption> options;
    QHash<QString, qsizetype> seen;
    const QStringList names = parser.optionNames();
    for (const QString &name : names) {
        const QString shown = QStringLiteral("--") + name;
        const QString value = parser.values(name).value(seen[name]++);
        if (name == QLatin1String("set")) {
            const QString key = value.section(u'=', 0, 0);
            options.append({QStringLiteral("%1 %2").arg(shown, key), key, value.section(u'=', 1)});
        }
        for (const KeyOption &candidate : keyOptions) {
            if (name == QLatin1String(candidate.option))
                options.append({shown, QString::fromLatin1(candidate.key), value});
        }
    }
    return options;
}

Result<QString> fileOf(const QCommandLineParser &parser, const QString &option)
{
    const QString file = parser.value(option);
    if (!parser.isSet(option))
        return QString();
    if (file.isEmpty())
        return unexpected(ErrorCode::InvalidArgument, DaemonArguments::tr("--%1 needs a file").arg(option));
    return QDir::current().absoluteFilePath(file);
}

ConfigurationQuery::Kind queryOf(const QCommandLineParser &parser)
{
    using Kind = ConfigurationQuery::Kind;
    if (parser.isSet(QStringLiteral("check-config")))
        return Kind::Check;
    if (parser.isSet(QStringLiteral("print-config")))
        return Kind::Effective;
    if (parser.isSet(QStringLiteral("print-default-config")))
        return Kind::DefaultFile;
    return parser.isSet(QStringLiteral("print-config-reference")) ? Kind::Reference : Kind::None;
}

Result<void> readSources(const QCommandLineParser &parser, DaemonArguments &result)
{
    const Result<QString> file = fileOf(parser, QStringLiteral("config"));
    const Result<QString> checked = fileOf(parser, QStringLiteral("check-config"));
    if (!file || !checked)
        return unexpected(file ? checked.error() : file.error());
    for (const QString &setting : parser.values(QStringLiteral("set"))) {
        if (setting.indexOf(u'=') <= 0)
            return unexpected(ErrorCode::InvalidArgument,
                              DaemonArguments::tr("--set needs section.key=value, not \"%1\"").arg(setting));
    }
    result.sources.file = *file;
    result.sources.options = keysOf(parser);
    result.sources.reservedCommands = makeStockCommands().names();
    result.query = {queryOf(parser), *checked};
    return {};
}

void removeOption(QByteArrayList &arguments, const QByteArray &option)
{
    for (qsizetype place = arguments.indexOf(option); place >= 0; place = arguments.indexOf(option, place))
        arguments.remove(place, std::min<qsizetype>(2, arguments.size() - place)); // its value, too
    arguments.removeIf([&option](const QByteArray &word) { return word.startsWith(option + '='); });
}

// A successor starts in "/", and the supervisor's descriptor is used up by then.
void adaptToSuccessor(DaemonArguments &result)
{
    QByteArrayList &arguments = result.options.restartCommand.arguments;
    removeOption(arguments, "--notification-fd");
    removeOption(arguments, "--config"); // once, however many restarts there have been
    if (!result.sources.file.isEmpty())
        arguments += {"--config", QFile::encodeName(result.sources.file)};
}

Result<void> readOptions(const QCommandLineParser &parser, const QStringList &arguments,
                         DaemonArguments &result)
{
    QStringList launchArguments = arguments;
    if (!parser.isSet(QStringLiteral("daemon-id")) && qEnvironmentVariableIsSet("DAEMON_RPC_ID"))
        launchArguments += {QStringLiteral("--daemon-id"), qEnvironmentVariable("DAEMON_RPC_ID")};
    const Result<DaemonOptions> launchOptions = DaemonOptions::fromArguments(launchArguments);
    if (!launchOptions)
        return unexpected(launchOptions.error());
    result.options = *launchOptions;

    Reader reader(parser);
    Limits &limits = result.options.limits;
    limits.handshakeTimeout = reader.time(QStringLiteral("handshake-timeout-ms"), limits.handshakeTimeout);
    result.isForeground = parser.isSet(QStringLiteral("foreground"));
    result.notificationDescriptor =
        static_cast<int>(reader.number(QStringLiteral("notification-fd"), -1, 0, 1 << 20));
    if (reader.error())
        return unexpected(*reader.error());

    const Result<LoadedConfiguration> loaded = ConfigurationLoader(result.sources).load();
    if (!loaded)
        return unexpected(loaded.error());
    result.loaded = *loaded;
    applyConfiguration(result.loaded.configuration, result.options);
    adaptToSuccessor(result);
    return {};
}

} // namespace

Result<DaemonArguments> DaemonArguments::parse(const QStringList &arguments, ConfigurationSources sources)
{
    QCommandLineParser parser;
    parser.addOptions(commandLineOptions());
    if (!parser.parse(arguments)) {
        return unexpected(ErrorCode::InvalidArgument,
                          DaemonArguments::tr("%1 See daemon-rpcd --help.").arg(parser.errorText()));
    }
    DaemonArguments result;
    result.sources = std::move(sources);
    result.wantsHelp = parser.isSet(QStringLiteral("help"));
    result.wantsVersion = parser.isSet(QStringLiteral("version"));
    if (result.wantsHelp || result.wantsVersion)
        return result;
    if (!parser.positionalArguments().isEmpty()) {
        return unexpected(ErrorCode::InvalidArgument,
                          DaemonArguments::tr("unexpected argument \"%1\"; see daemon-rpcd --help")
                              .arg(parser.positionalArguments().constFirst()));
    }
    if (parser.isSet(QStringLiteral("make-token"))) {
        result.newTokenFile = parser.value(QStringLiteral("make-token"));
        if (result.newTokenFile.isEmpty())
            return unexpected(ErrorCode::InvalidArgument, DaemonArguments::tr("--make-token needs a file"));
        return result;
    }
    if (const Result<void> read = readSources(parser, result); !read)
        return unexpected(read.error());
    if (result.query.kind != ConfigurationQuery::Kind::None)
        return result;
    if (const Result<void> read = readOptions(parser, arguments, result); !read)
        return unexpected(read.error());
    return result;
}

QString DaemonArguments::helpText() { return commandLineHelp(); }

} // namespace DaemonRpc
