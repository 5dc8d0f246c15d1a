// A service as an embedder writes one: a handler of its own, and all the rest from DaemonApplication.
#include "daemon/daemonarguments.h"

#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/service/daemonapplication.h>
#include <daemonrpc/service/logging/logservice.h>

#include <QCoreApplication>

#include <chrono>
#include <cstdio>

using namespace DaemonRpc;

/// Waits for its token.
static int obedient(BlockingContext &context)
{
    context.write("waiting\n");
    while (!context.token().waitFor(std::chrono::hours(1))) {}
    return 5;
}

static HandlerRegistry makeHandlers()
{
    HandlerRegistry handlers;
    handlers.add("obedient", std::make_unique<BlockingHandler>(obedient));
    return handlers;
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
    DaemonApplication service({arguments->options, ConfigurationLoader(arguments->sources), arguments->loaded,
                               arguments->isForeground, arguments->notificationDescriptor},
                              makeHandlers, log);
    if (const Result<void> started = service.start(); !started) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(started.error().message()));
        return 1;
    }
    return service.run();
}
