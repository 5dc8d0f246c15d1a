// A service on the installed library: a handler, and everything else from DaemonApplication.
#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/service/daemonapplication.h>
#include <daemonrpc/service/logging/logservice.h>

#include <QCoreApplication>

#include <cstdio>

using namespace DaemonRpc;

static HandlerRegistry makeHandlers()
{
    HandlerRegistry handlers;
    handlers.add("greet", std::make_unique<BlockingHandler>([](BlockingContext &context) {
                     context.write("hello " + context.arguments().value(1) + "\n");
                     return 0;
                 }));
    return handlers;
}

int main(int argc, char **argv)
{
    LogService log;
    log.install();
    const QCoreApplication app(argc, argv);
    const Result<DaemonOptions> options = DaemonOptions::fromArguments(QCoreApplication::arguments());
    ConfigurationLoader loader(ConfigurationSources::ofProcess());
    const Result<LoadedConfiguration> loaded = loader.load();
    if (!options || !loaded) {
        std::fprintf(stderr, "%s\n", qUtf8Printable((options ? loaded.error() : options.error()).message()));
        return 2;
    }
    DaemonApplication service({*options, loader, *loaded, true}, makeHandlers, log);
    if (const Result<void> started = service.start(); !started) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(started.error().message()));
        return 1;
    }
    return service.run();
}
