// A daemon as an embedder writes one, with the log of a service: small files, and handlers that fill them.
#include "daemon/commands/stockcommands.h"
#include "daemon/daemonarguments.h"
#include "daemon/stopsignals.h"

#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/instance/runtimedirectory.h>
#include <daemonrpc/service/logging/logmethods.h>
#include <daemonrpc/service/logging/logservice.h>

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

#include <unistd.h>

using namespace DaemonRpc;

Q_LOGGING_CATEGORY(lcTool, "tool", QtInfoMsg)

/// Logs as many lines as its argument says, of about a hundred bytes.
static int chatter(BlockingContext &context)
{
    const int count = context.arguments().value(1).toInt();
    for (int i = 1; i <= count; ++i)
        qCInfo(lcTool).noquote() << "chatter" << i << "of" << count;
    return 0;
}

/// Prints its arguments where only libraries print.
static int stray(BlockingContext &context)
{
    const QByteArray text = context.arguments().mid(1).join(' ') + '\n';
    return ::write(STDERR_FILENO, text.constData(), static_cast<size_t>(text.size())) == text.size() ? 0 : 1;
}

static Result<void> startLogging(LogService &log, const DaemonOptions &options)
{
    const Result<RuntimeDirectory> directory = RuntimeDirectory::resolve(options.runtimeDirectory);
    if (!directory)
        return unexpected(directory.error());
    if (const Result<void> prepared = directory->prepare(); !prepared)
        return prepared;
    LogTargets targets;
    targets.defaultFile = directory->logPath(InstanceName(options.id));
    targets.takesStandardStreams = options.readyFd >= 0;
    ServiceConfiguration::Logging logging;
    logging.maxSizeMb = 1;
    logging.maxFiles = 3;
    return log.apply(logging, targets);
}

int main(int argc, char **argv)
{
    LogService log;
    log.install();
    const QCoreApplication application(argc, argv);
    const Result<DaemonArguments> arguments = DaemonArguments::parse(QCoreApplication::arguments());
    if (!arguments) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(arguments.error().message()));
        return 2;
    }
    if (const Result<void> applied = startLogging(log, arguments->options); !applied)
        qWarning("%s", qUtf8Printable(applied.error().message()));

    HandlerRegistry handlers = makeStockCommands();
    handlers.add("chatter", std::make_unique<BlockingHandler>(chatter));
    handlers.add("stray", std::make_unique<BlockingHandler>(stray));
    StopSignals stopSignals;
    Daemon daemon(arguments->options, std::move(handlers));
    LogMethods::addTo(daemon.methods(), log);
    QObject::connect(&daemon, &Daemon::finished, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    QObject::connect(&stopSignals, &StopSignals::stopRequested, &daemon,
                     [&daemon](int) { static_cast<void>(daemon.stop(true)); });
    if (const Result<void> started = daemon.start(); !started) {
        qCritical("%s", qUtf8Printable(started.error().message()));
        return 1;
    }
    return QCoreApplication::exec();
}
