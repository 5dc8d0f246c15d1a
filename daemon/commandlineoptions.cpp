#include "daemon/commandlineoptions.h"

#include "translations/displaywidth.h"

#include <QCoreApplication>

namespace DaemonRpc {

namespace {

class CommandLineOptions
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::CommandLineOptions)
};

constexpr int termColumns = 35;
constexpr int maxColumns = 100;

// What QCommandLineParser says of a command line, for those who have no catalogues of Qt.
[[maybe_unused]] constexpr const char *parserTexts[] = {
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unknown option '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unknown options: %1."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Missing value after '%1'."),
    QT_TRANSLATE_NOOP("QCommandLineParser", "Unexpected value after '%1'."),
};

QString termOf(const QCommandLineOption &option)
{
    QStringList names;
    for (const QString &name : option.names())
        names.append((name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name);
    QString term = names.join(QStringLiteral(", "));
    if (!option.valueName().isEmpty())
        term += QStringLiteral(" <%1>").arg(option.valueName());
    return term;
}

} // namespace

QList<QCommandLineOption> commandLineOptions()
{
    return {
        {QStringLiteral("daemon-id"),
         CommandLineOptions::tr("Serve as daemon <id> (default: DAEMON_RPC_ID, else \"default\")."),
         QStringLiteral("id")},
        {QStringLiteral("runtime-dir"),
         CommandLineOptions::tr(
             "Keep socket, lock, pid file and log in <dir> (default: DAEMON_RPC_RUNTIME_DIR, else "
             "/run/user/UID/daemon-rpc, else /tmp/daemon-rpc-UID)."),
         QStringLiteral("dir")},
        {QStringLiteral("config"),
         CommandLineOptions::tr(
             "Read the configuration <file> after /etc/daemon-rpc/daemon.yaml and the user's own."),
         QStringLiteral("file")},
        {QStringLiteral("set"),
         CommandLineOptions::tr(
             "Set one key of the configuration, as in performance.grace_ms=3000; can be repeated."),
         QStringLiteral("key=value")},
        {QStringLiteral("print-config"),
         CommandLineOptions::tr("Print every effective value with where it comes from, and exit.")},
        {QStringLiteral("check-config"),
         CommandLineOptions::tr(
             "Say whether <file> is a valid configuration, and exit: with 1 when it is not."),
         QStringLiteral("file")},
        {QStringLiteral("print-default-config"),
         CommandLineOptions::tr("Print a configuration file with every key, commented out, and exit.")},
        {QStringLiteral("print-config-reference"),
         CommandLineOptions::tr("Print docs/CONFIGURATION.md, and exit.")},
        {QStringLiteral("make-token"),
         CommandLineOptions::tr("Write a new token for remote clients into the new file <file>, and exit."),
         QStringLiteral("file")},
        {QStringLiteral("foreground"),
         CommandLineOptions::tr("Stay attached to the terminal or supervisor.")},
        {QStringLiteral("notification-fd"),
         CommandLineOptions::tr(
             "Write a line feed to descriptor <n> when ready, for s6 (systemd needs no option)."),
         QStringLiteral("n")},
        {QStringLiteral("idle-exit-ms"),
         CommandLineOptions::tr("Exit after <ms> without requests (default 10800000, 3 hours; 0 = never)."),
         QStringLiteral("ms")},
        {QStringLiteral("grace-ms"),
         CommandLineOptions::tr("Time between asking a request to stop and forcing it (default 5000)."),
         QStringLiteral("ms")},
        {QStringLiteral("stop-timeout-ms"),
         CommandLineOptions::tr(
             "How long a stop waits for running requests before it cancels them (default 10000)."),
         QStringLiteral("ms")},
        {QStringLiteral("max-connections"),
         CommandLineOptions::tr("Connections at a time, in all and per user (default 1024 and 512)."),
         QStringLiteral("count")},
        {QStringLiteral("handshake-timeout-ms"),
         CommandLineOptions::tr("Time a connection has to ask for something (default 5000)."),
         QStringLiteral("ms")},
        {QStringLiteral("build-timestamp"),
         CommandLineOptions::tr(
             "Take <ms> since the epoch for the build's time: set by the client that starts the daemon."),
         QStringLiteral("ms")},
        {QStringLiteral("build-id"),
         CommandLineOptions::tr("Take <id> for the build's id: set by the client, too."),
         QStringLiteral("id")},
        {QStringLiteral("ready-fd"),
         CommandLineOptions::tr("Report readiness on descriptor <n>: set by the client, too."),
         QStringLiteral("n")},
        {QStringLiteral("build-of"),
         CommandLineOptions::tr(
             "Heed --build-timestamp and --build-id only if this program is build <id>: set by the "
             "daemon that is restarted, as all of the following."),
         QStringLiteral("id")},
        {QStringLiteral("inherit-lock-fd"), CommandLineOptions::tr("Take over the lock on descriptor <n>."),
         QStringLiteral("n")},
        {QStringLiteral("inherit-socket-fd"),
         CommandLineOptions::tr("Take over the listening socket on descriptor <n>."), QStringLiteral("n")},
        {QStringLiteral("inherit-socket-inode"), CommandLineOptions::tr("Its file has the inode <n>."),
         QStringLiteral("n")},
        {QStringLiteral("inherit-supervised"), CommandLineOptions::tr("1: a supervisor owns that socket."),
         QStringLiteral("n")},
        {QStringLiteral("restart-attempt"),
         CommandLineOptions::tr("This is restart <n> in a row of a daemon that is not in order."),
         QStringLiteral("n")},
        {{QStringLiteral("h"), QStringLiteral("help")}, CommandLineOptions::tr("Show this help.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, CommandLineOptions::tr("Show version and build.")},
    };
}

QString commandLineHelp()
{
    const QString about = CommandLineOptions::tr(
        "Serves commands to daemon-rpc clients. Clients start it by themselves; start it by hand to watch it "
        "or under a supervisor, with --foreground.");
    QString text = CommandLineOptions::tr("Usage:") + QStringLiteral(" daemon-rpcd [OPTION...]\n\n") +
                   wrappedToWidth(about, maxColumns).join(u'\n') + QStringLiteral("\n\n") +
                   CommandLineOptions::tr("Options:") + u'\n';
    for (const QCommandLineOption &option : commandLineOptions())
        text += explainedTerm(termOf(option), option.description(), termColumns, maxColumns);
    return text;
}

} // namespace DaemonRpc
