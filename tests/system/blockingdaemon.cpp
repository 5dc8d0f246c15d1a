// A daemon as an embedder writes one, with blocking handlers that behave well and badly.
#include "daemon/daemonarguments.h"

#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/service/process/signalrouter.h>

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include <unistd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

/// Never looks at its token.
static int stubborn(BlockingContext &context)
{
    context.write("deaf\n");
    for (;;)
        std::this_thread::sleep_for(1h);
}

/// Waits for its token.
static int obedient(BlockingContext &context)
{
    context.write("waiting\n");
    while (!context.token().waitFor(1h)) {}
    context.write("stopping\n");
    return 5;
}

static int blockcat(BlockingContext &context)
{
    for (;;) {
        const QByteArray bytes = context.read();
        if (bytes.isEmpty())
            return context.token().isCancelled() ? 1 : 0;
        if (!context.write(bytes))
            return 1;
    }
}

static int throwing(BlockingContext &context)
{
    context.write("before\n");
    throw std::runtime_error("thrown on purpose");
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Result<DaemonArguments> arguments = DaemonArguments::parse(QCoreApplication::arguments());
    if (!arguments) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(arguments.error().message()));
        return 2;
    }
    DaemonOptions options = arguments->options;
    options.limits.workerCount = 2;
    options.limits.maxQuarantinedWorkers = 3;

    HandlerRegistry handlers;
    handlers.add("stubborn", std::make_unique<BlockingHandler>(stubborn));
    handlers.add("obedient", std::make_unique<BlockingHandler>(obedient));
    handlers.add("blockcat", std::make_unique<BlockingHandler>(blockcat));
    handlers.add("throwing", std::make_unique<BlockingHandler>(throwing));

    SignalRouter signalRouter;
    Daemon daemon(options, std::move(handlers));
    QObject::connect(&daemon, &Daemon::finished, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    QObject::connect(&signalRouter, &SignalRouter::terminateRequested, &daemon,
                     [&daemon](int, int) { static_cast<void>(daemon.stop(true)); });
    if (const Result<void> started = daemon.start(); !started) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(started.error().message()));
        return 1;
    }
    const int status = QCoreApplication::exec();
    if (daemon.isExitUnsafe())
        ::_exit(status);
    return status;
}
