#include "daemon/daemonarguments.h"

#include <QCommandLineParser>

#include <algorithm>
#include <limits>

namespace DaemonRpc {

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("Serves commands to daemon-rpc clients. Clients start it "
                                                    "by themselves; start it by hand to watch it or under "
                                                    "a supervisor, with --foreground."));
    parser.addOptions({
        {QStringLiteral("daemon-id"),
         QStringLiteral("Serve as daemon <id> (default: DAEMON_RPC_ID, else \"default\")."),
         QStringLiteral("id")},
        {QStringLiteral("runtime-dir"),
         QStringLiteral("Keep socket, lock, pid file and log in <dir> (default: DAEMON_RPC_RUNTIME_DIR, else "
                        "/run/user/UID/daemon-rpc, else /tmp/daemon-rpc-UID)."),
         QStringLiteral("dir")},
        {QStringLiteral("foreground"), QStringLiteral("Stay attached to the terminal or supervisor.")},
        {QStringLiteral("idle-exit-ms"),
         QStringLiteral("Exit after <ms> without requests (default 10800000, 3 hours; 0 = never)."),
         QStringLiteral("ms")},
        {QStringLiteral("grace-ms"),
         QStringLiteral("Time between asking a request to stop and forcing it (default 5000)."),
         QStringLiteral("ms")},
        {QStringLiteral("stop-timeout-ms"),
         QStringLiteral("How long a stop waits for running requests before it cancels them (default 10000)."),
         QStringLiteral("ms")},
        {QStringLiteral("max-connections"),
         QStringLiteral("Connections at a time, in all and per user (default 1024 and 512)."),
         QStringLiteral("count")},
        {QStringLiteral("handshake-timeout-ms"),
         QStringLiteral("Time a connection has to ask for something (default 5000)."), QStringLiteral("ms")},
        {QStringLiteral("build-timestamp"),
         QStringLiteral(
             "Take <ms> since the epoch for the build's time: set by the client that starts the daemon."),
         QStringLiteral("ms")},
        {QStringLiteral("build-id"), QStringLiteral("Take <id> for the build's id: set by the client, too."),
         QStringLiteral("id")},
        {QStringLiteral("ready-fd"),
         QStringLiteral("Report readiness on descriptor <n>: set by the client, too."), QStringLiteral("n")},
        {QStringLiteral("build-of"),
         QStringLiteral(
             "Heed --build-timestamp and --build-id only if this program is build <id>: set by the "
             "daemon that is restarted, as all of the following."),
         QStringLiteral("id")},
        {QStringLiteral("inherit-lock-fd"), QStringLiteral("Take over the lock on descriptor <n>."),
         QStringLiteral("n")},
        {QStringLiteral("inherit-socket-fd"),
         QStringLiteral("Take over the listening socket on descriptor <n>."), QStringLiteral("n")},
        {QStringLiteral("inherit-socket-inode"), QStringLiteral("Its file has the inode <n>."),
         QStringLiteral("n")},
        {QStringLiteral("restart-attempt"),
         QStringLiteral("This is restart <n> in a row of a daemon that is not in order."),
         QStringLiteral("n")},
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show version and build.")},
    });
}

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
                            QStringLiteral("--%1 needs a whole number from %2 to %3, not \"%4\"")
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

} // namespace

Result<DaemonArguments> DaemonArguments::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    const bool hasConfiguration =
        std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
            return argument == QLatin1String("--config") || argument.startsWith(QLatin1String("--config="));
        });
    if (hasConfiguration) {
        return unexpected(
            ErrorCode::Unsupported,
            QStringLiteral("configuration files are not supported by this version; leave out --config"));
    }
    if (!parser.parse(arguments)) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("%1 See daemon-rpcd --help.").arg(parser.errorText()));
    }
    DaemonArguments result;
    result.wantsHelp = parser.isSet(QStringLiteral("help"));
    result.wantsVersion = parser.isSet(QStringLiteral("version"));
    if (result.wantsHelp || result.wantsVersion)
        return result;
    if (!parser.positionalArguments().isEmpty()) {
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("unexpected argument \"%1\"; see daemon-rpcd --help")
                              .arg(parser.positionalArguments().constFirst()));
    }

    QStringList launchArguments = arguments;
    if (!parser.isSet(QStringLiteral("daemon-id")) && qEnvironmentVariableIsSet("DAEMON_RPC_ID"))
        launchArguments += {QStringLiteral("--daemon-id"), qEnvironmentVariable("DAEMON_RPC_ID")};
    const Result<DaemonOptions> launchOptions = DaemonOptions::fromArguments(launchArguments);
    if (!launchOptions)
        return unexpected(launchOptions.error());
    result.options = *launchOptions;

    Reader reader(parser);
    DaemonOptions &options = result.options;
    options.idleExit = reader.time(QStringLiteral("idle-exit-ms"), options.idleExit);
    options.stopTimeout = reader.time(QStringLiteral("stop-timeout-ms"), options.stopTimeout);
    options.limits.grace = reader.time(QStringLiteral("grace-ms"), options.limits.grace);
    options.limits.handshakeTimeout =
        reader.time(QStringLiteral("handshake-timeout-ms"), options.limits.handshakeTimeout);
    if (parser.isSet(QStringLiteral("max-connections"))) {
        options.limits.maxConnections = static_cast<int>(
            reader.number(QStringLiteral("max-connections"), 1, 1, std::numeric_limits<int>::max()));
        options.limits.maxConnectionsPerUser = options.limits.maxConnections;
    }
    result.isForeground = parser.isSet(QStringLiteral("foreground"));
    if (reader.error())
        return unexpected(*reader.error());
    return result;
}

QString DaemonArguments::helpText()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

} // namespace DaemonRpc
