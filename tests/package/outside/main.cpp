// A tool with a daemon of its own: this very program, started by itself on the first call.
//     outside NAME
#include <daemonrpc/client/client.h>
#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/handler/blockinghandler.h>

#include <QCoreApplication>

#include <cstdio>

using namespace DaemonRpc;

static int greet(BlockingContext &context)
{
    context.write("hello " + context.arguments().value(1) + "\n");
    return 0;
}

static int serve()
{
    const Result<DaemonOptions> options = DaemonOptions::fromArguments(QCoreApplication::arguments());
    HandlerRegistry handlers;
    handlers.add("greet", std::make_unique<BlockingHandler>(greet));
    Daemon daemon(options ? *options : DaemonOptions(), std::move(handlers));
    QObject::connect(&daemon, &Daemon::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    return daemon.start() ? QCoreApplication::exec() : 1;
}

static int call(const QByteArray &name)
{
    ClientOptions options;
    options.daemonId = *DaemonId::parse(QStringLiteral("outside"));
    options.daemonProgram = QCoreApplication::applicationFilePath();
    options.daemonArguments = {"--serve"};
    Client client(options);
    Reply *reply = client.execute(Command::withCallersContext({"greet", name}));
    QObject::connect(reply, &Reply::outputReceived, reply, [](QByteArrayView bytes) {
        std::fwrite(bytes.data(), 1, static_cast<size_t>(bytes.size()), stdout);
    });
    QObject::connect(reply, &Reply::finished, reply, [reply] {
        if (reply->error())
            std::fprintf(stderr, "outside: %s\n", qUtf8Printable(reply->error()->message()));
        QCoreApplication::exit(reply->error() ? 1 : reply->exitCode());
    });
    return QCoreApplication::exec();
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const bool isDaemon = QCoreApplication::arguments().contains(QStringLiteral("--serve"));
    return isDaemon ? serve() : call(argc > 1 ? argv[1] : "world");
}
