// A daemon as an embedder writes one, with the log of a service: small files, and handlers that fill them.
#include "daemon/commands/stockcommands.h"
#include "daemon/daemonarguments.h"

#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/service/daemonapplication.h>
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

static HandlerRegistry makeHandlers()
{
    HandlerRegistry handlers = makeStockCommands();
    handlers.add("chatter", std::make_unique<BlockingHandler>(chatter));
    handlers.add("stray", std::make_unique<BlockingHandler>(stray));
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
    LoadedConfiguration loaded = arguments->loaded;
    loaded.configuration.logging.maxSizeMb = 1;
    loaded.configuration.logging.maxFiles = 3;
    DaemonApplication service(
        {arguments->options, ConfigurationLoader(arguments->sources), loaded, arguments->isForeground},
        makeHandlers, log);
    if (const Result<void> started = service.start(); !started) {
        qCritical("%s", qUtf8Printable(started.error().message()));
        return 1;
    }
    return service.run();
}
