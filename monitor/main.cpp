// daemon-rpc-monitor, the window onto daemons.
#include "translations/programtranslator.h"
#include "window/appearance.h"
#include "window/monitorapplication.h"
#include "window/programicon.h"

#include <QApplication>

#include <cstdio>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;

static constexpr int exitFailed = 1;
static constexpr int exitUsage = 2;

static QStringList textsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

static void installTranslator(ProgramTranslator &translator)
{
    const QString language = ProgramTranslator::chosenLanguage(LanguageEnvironment::current());
    translator.install(language);
    translator.installToolkitTexts(language);
}

/// What is said without a window, in the person's language; needs no screen.
static int answer(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    ProgramTranslator translator(QStringLiteral("daemon-rpc-monitor"));
    installTranslator(translator);
    const Result<MonitorOptions> options = MonitorOptions::parse(textsOf(argc, argv));
    if (!options) {
        std::fprintf(stderr, "daemon-rpc-monitor: %s\n", qUtf8Printable(options.error().message()));
        return exitUsage;
    }
    const QString text =
        options->isHelpWanted
            ? MonitorOptions::helpText()
            : QStringLiteral("daemon-rpc-monitor %1\n").arg(QLatin1String(DAEMONRPC_MONITOR_VERSION));
    std::fputs(text.toLocal8Bit().constData(), stdout);
    return 0;
}

int main(int argc, char **argv)
{
    const Result<MonitorOptions> options = MonitorOptions::parse(textsOf(argc, argv));
    if (!options || options->isHelpWanted || options->isVersionWanted)
        return answer(argc, argv);

    // A picture needs no screen.
    if (!options->screenshotFile.isEmpty() && !qEnvironmentVariableIsSet("DISPLAY") &&
        !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("daemon-rpc"));
    QApplication::setApplicationName(QStringLiteral("monitor"));
    QApplication::setApplicationVersion(QLatin1String(DAEMONRPC_MONITOR_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.daemon_rpc.Monitor"));
    ProgramTranslator translator(QStringLiteral("daemon-rpc-monitor"));
    installTranslator(translator);
    QApplication::setApplicationDisplayName(MonitorOptions::tr("Daemon Monitor"));
    QApplication::setWindowIcon(programIcon());
    applyTheme(options->theme);

    MonitorApplication monitor(*options);
    if (const Result<void> started = monitor.start(); !started) {
        std::fprintf(stderr, "daemon-rpc-monitor: %s\n", qUtf8Printable(started.error().message()));
        return exitFailed;
    }
    return QApplication::exec();
}
