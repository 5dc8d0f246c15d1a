// A daemon with a health check that fails while the file DAEMON_RPC_TEST_SICK exists.
#include "daemon/commands/stockcommands.h"
#include "daemon/daemonarguments.h"

#include <daemonrpc/service/health/healthservice.h>
#include <daemonrpc/service/process/signalrouter.h>

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace DaemonRpc;
using namespace std::chrono_literals;

namespace {

class FileCheck : public HealthCheck
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("file"); }

    [[nodiscard]] HealthResult run() override
    {
        if (!QFile::exists(qEnvironmentVariable("DAEMON_RPC_TEST_SICK")))
            return {HealthStatus::Ok, QStringLiteral("no such file"), 0, QString()};
        return {HealthStatus::Failed, QStringLiteral("the file exists"), 1, QString()};
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Result<DaemonArguments> arguments = DaemonArguments::parse(QCoreApplication::arguments());
    if (!arguments) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(arguments.error().message()));
        return 2;
    }
    ServiceConfiguration::Health options;
    options.checkInterval = 100ms;
    options.restartDelay = 100ms;
    options.maxRestartAttempts = 2;

    SignalRouter signalRouter;
    Daemon daemon(arguments->options, makeStockCommands());
    HealthService health(daemon, options);
    health.monitor().addCheck(std::make_unique<FileCheck>());
    QObject::connect(&daemon, &Daemon::finished, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    QObject::connect(&signalRouter, &SignalRouter::terminateRequested, &daemon,
                     [&daemon](int, int) { static_cast<void>(daemon.stop(true)); });
    if (const Result<void> started = daemon.start(); !started) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(started.error().message()));
        return 1;
    }
    health.start();
    return QCoreApplication::exec();
}
