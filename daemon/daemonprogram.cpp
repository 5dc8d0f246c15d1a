#include "daemon/daemonprogram.h"

#include "daemon/commands/stockcommands.h"

#include <daemonrpc/instance/spawner.h>
#include <daemonrpc/service/daemonapplication.h>
#include <daemonrpc/service/logging/logservice.h>
#include <daemonrpc/service/process/privileges.h>

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace DaemonRpc {

namespace {

void complain(const Error &error)
{
    std::fprintf(stderr, "daemon-rpcd: %s\n", qUtf8Printable(error.message()));
}

int serve(const DaemonArguments &arguments, ProcessTitle *title)
{
    LogService log;
    log.install();
    ServiceSetup setup{arguments.options, ConfigurationLoader(arguments.sources), arguments.loaded,
                       arguments.isForeground, arguments.notificationDescriptor};
    DaemonApplication service(
        std::move(setup), [] { return makeStockCommands(); }, log, title);
    if (const Result<void> started = service.start(); !started) {
        complain(started.error());
        return 1;
    }
    return service.run();
}

// Typed by hand: start a detached copy, and stay until it is ready.
int serveDetached(const DaemonArguments &arguments)
{
    const Result<RuntimeDirectory> directory = RuntimeDirectory::resolve(arguments.options.runtimeDirectory);
    const ServiceConfiguration::Daemon &daemon = arguments.loaded.configuration.daemon;
    const Result<Account> account = findAccount(daemon.user, daemon.group);
    if (!account) {
        complain(account.error());
        return 1;
    }
    // What is another user's the daemon makes by itself, for that user: directory and log would be root's
    // here.
    const bool isOurs = isRunningAs(*account);
    Result<void> prepared = directory ? Result<void>() : Result<void>(unexpected(directory.error()));
    if (prepared && isOurs)
        prepared = directory->prepare();
    if (!prepared) {
        complain(prepared.error());
        return 1;
    }
    const QString id = arguments.options.id.toString();
    Spawner spawner;
    QObject::connect(&spawner, &Spawner::ready, &spawner, [&id] {
        std::puts(qUtf8Printable(
            QCoreApplication::translate("DaemonRpc::DaemonProgram", "daemon \"%1\" started").arg(id)));
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
    // The copy starts in "/", where relative paths mean something else; the last one counts.
    if (!arguments.options.runtimeDirectory.isEmpty())
        request.arguments += {"--runtime-dir", QFile::encodeName(directory->path())};
    if (!arguments.sources.file.isEmpty())
        request.arguments += {"--config", QFile::encodeName(arguments.sources.file)};
    if (isOurs)
        request.logPath = directory->logPath(InstanceName(arguments.options.id));
    QMetaObject::invokeMethod(
        &spawner, [&spawner, &request] { spawner.start(request); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int runDaemonProgram(const DaemonArguments &arguments, ProcessTitle *title)
{
    return arguments.isForeground || arguments.options.readyFd >= 0 ? serve(arguments, title)
                                                                    : serveDetached(arguments);
}

} // namespace DaemonRpc
