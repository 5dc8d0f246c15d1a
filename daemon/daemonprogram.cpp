#include "daemon/daemonprogram.h"

#include "daemon/commands/stockcommands.h"

#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/instance/spawner.h>
#include <daemonrpc/service/process/signalrouter.h>
#include <daemonrpc/service/process/statedump.h>

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>

#include <cstdio>

#include <unistd.h>

namespace DaemonRpc {

namespace {

Q_LOGGING_CATEGORY(lcProgram, "daemonrpc.program", QtInfoMsg)

void complain(const Error &error)
{
    std::fprintf(stderr, "daemon-rpcd: %s\n", qUtf8Printable(error.message()));
}

void writeStateDump(Daemon &daemon)
{
    const Result<QString> written = StateDump::of(daemon.snapshot(), daemon.server()).write();
    if (written)
        qCInfo(lcProgram).noquote() << "wrote the state to" << *written;
    else
        qCWarning(lcProgram).noquote() << written.error().message();
}

int serve(const DaemonArguments &arguments)
{
    SignalRouter signalRouter;
    Daemon daemon(arguments.options, makeStockCommands());
    QObject::connect(&daemon, &Daemon::finished, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    // A first signal stops politely, a second one at once.
    QObject::connect(&signalRouter, &SignalRouter::terminateRequested, &daemon,
                     [&daemon](int, int count) { static_cast<void>(daemon.stop(count > 1)); });
    QObject::connect(&signalRouter, &SignalRouter::dumpRequested, &daemon,
                     [&daemon] { writeStateDump(daemon); });
    if (const Result<void> started = daemon.start(); !started) {
        complain(started.error());
        return 1;
    }
    const int status = QCoreApplication::exec();
    // A handler that ignored its token still runs on a thread of ours: nothing may be torn down under it.
    if (daemon.isExitUnsafe())
        ::_exit(status);
    return status;
}

// Typed by hand: start a detached copy, and stay until it is ready.
int serveDetached(const DaemonArguments &arguments)
{
    const Result<RuntimeDirectory> directory = RuntimeDirectory::resolve(arguments.options.runtimeDirectory);
    const Result<void> prepared =
        directory ? directory->prepare() : Result<void>(unexpected(directory.error()));
    if (!prepared) {
        complain(prepared.error());
        return 1;
    }
    const QString id = arguments.options.id.toString();
    Spawner spawner;
    QObject::connect(&spawner, &Spawner::ready, &spawner, [&id] {
        std::printf("daemon \"%s\" started\n", qUtf8Printable(id));
        QCoreApplication::exit(0);
    });
    QObject::connect(&spawner, &Spawner::alreadyRunning, &spawner, [](const QString &detail) {
        std::fprintf(stderr, "daemon-rpcd: %s\n", qUtf8Printable(detail));
        QCoreApplication::exit(1);
    });
    QObject::connect(&spawner, &Spawner::failed, &spawner, [](const Error &error) {
        complain(error);
        QCoreApplication::exit(1);
    });
    SpawnRequest request;
    request.program = QCoreApplication::applicationFilePath();
    for (const QString &argument : QCoreApplication::arguments().mid(1))
        request.arguments.append(QFile::encodeName(argument));
    // The copy starts in "/"; the last one counts.
    if (!arguments.sources.file.isEmpty())
        request.arguments += {"--config", QFile::encodeName(arguments.sources.file)};
    request.logPath = directory->logPath(InstanceName(arguments.options.id));
    QMetaObject::invokeMethod(
        &spawner, [&spawner, &request] { spawner.start(request); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int runDaemonProgram(const DaemonArguments &arguments)
{
    return arguments.isForeground || arguments.options.readyFd >= 0 ? serve(arguments)
                                                                    : serveDetached(arguments);
}

} // namespace DaemonRpc
