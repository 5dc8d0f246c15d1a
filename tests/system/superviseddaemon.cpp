// A daemon that takes all the care of its process that DaemonRpc::Service has, in the order that it must be
// taken.
#include "daemon/commands/stockcommands.h"
#include "daemon/daemonarguments.h"

#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/eventloop/epolldispatcher.h>
#include <daemonrpc/service/process/classicpidfile.h>
#include <daemonrpc/service/process/privileges.h>
#include <daemonrpc/service/process/processlimits.h>
#include <daemonrpc/service/process/processtitle.h>
#include <daemonrpc/service/process/servicenotifier.h>
#include <daemonrpc/service/process/signalrouter.h>
#include <daemonrpc/service/process/socketactivation.h>
#include <daemonrpc/service/process/statedump.h>
#include <daemonrpc/transport/local/descriptorlistener.h>

#include <QCoreApplication>

#include <cstdio>
#include <optional>

#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

namespace {

/// The options that daemon-rpcd reads from its configuration.
struct Care
{
    QString user;
    QString pidFile;
    qint64 openFiles = 0;
    int notificationFd = -1;

    /// Takes its options out of @p arguments.
    static Care takeFrom(QStringList &arguments)
    {
        const auto take = [&arguments](const QString &name) {
            const qsizetype at = arguments.indexOf(name);
            if (at < 0 || at + 1 >= arguments.size())
                return QString();
            arguments.removeAt(at);
            return arguments.takeAt(at);
        };
        Care care;
        care.user = take(u"--user"_s);
        care.pidFile = take(u"--pid-file"_s);
        care.openFiles = take(u"--open-files"_s).toLongLong();
        const QString descriptor = take(u"--notification-fd"_s);
        care.notificationFd = descriptor.isEmpty() ? -1 : descriptor.toInt();
        return care;
    }
};

int complain(const Error &error)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.message()));
    return 1;
}

int serve(ProcessTitle &title, const DaemonArguments &arguments, const Care &care)
{
    const auto supervisor = ServiceNotifier::Environment::take(care.notificationFd);
    const Result<SocketActivation> activation = SocketActivation::take();
    if (!activation)
        return complain(activation.error());
    Result<std::vector<ActivatedSocket>> sockets = activation->sockets();
    if (!sockets)
        return complain(sockets.error());

    // As root, if it is.
    ProcessLimits limits;
    ServiceConfiguration::ResourceLimits wanted;
    wanted.openFiles = care.openFiles;
    for (const QString &shortfall : limits.apply(wanted))
        qWarning("%s", qUtf8Printable(shortfall));
    const Result<Account> account = findAccount(care.user, {});
    if (!account)
        return complain(account.error());
    std::optional<ClassicPidFile> pidFile;
    if (!care.pidFile.isEmpty()) {
        Result<ClassicPidFile> written = ClassicPidFile::write(care.pidFile, account->uid);
        if (!written)
            return complain(written.error());
        pidFile = std::move(*written);
    }
    if (!arguments.options.runtimeDirectory.isEmpty()) {
        if (const Result<void> prepared = prepareDirectoryFor(*account, arguments.options.runtimeDirectory);
            !prepared)
            return complain(prepared.error());
    }
    if (const Result<void> dropped = dropPrivileges(*account); !dropped)
        return complain(dropped.error());

    SignalRouter signalRouter;
    ServiceNotifier notifier(supervisor);
    if (!notifier.state())
        return complain(notifier.state().error());
    Daemon daemon(arguments.options, makeStockCommands());
    const auto showState = [&] {
        const DaemonSnapshot now = daemon.snapshot();
        title.show(ProcessTitle::describe(u"daemon-rpcd"_s, now.daemonId, now.state, now.runningRequests));
    };
    QTimer showing;
    QObject::connect(&showing, &QTimer::timeout, &daemon, showState);
    QObject::connect(&daemon, &Daemon::finished, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    QObject::connect(&signalRouter, &SignalRouter::terminateRequested, &daemon, [&](int, int count) {
        notifier.stopping();
        static_cast<void>(daemon.stop(count > 1));
        showState();
    });
    QObject::connect(&signalRouter, &SignalRouter::reloadRequested, &daemon, [&] {
        notifier.reloading();
        notifier.ready(u"reloaded"_s);
    });
    QObject::connect(&signalRouter, &SignalRouter::dumpRequested, &daemon, [&] {
        if (const Result<QString> written = StateDump::of(daemon.snapshot(), daemon.server()).write();
            !written)
            complain(written.error());
    });
    if (const Result<void> started = daemon.start(); !started)
        return complain(started.error());
    for (ActivatedSocket &socket : *sockets)
        daemon.server().addListener(std::make_unique<DescriptorListener>(
            std::move(socket.socket), DescriptorListener::Ownership::Shared));
    showState();
    showing.start(50);
    notifier.ready(u"serves"_s);
    const int status = QCoreApplication::exec();
    if (daemon.isExitUnsafe())
        ::_exit(status);
    return status;
}

} // namespace

int main(int argc, char **argv)
{
    ProcessTitle title(argc, argv);
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    const QCoreApplication application(argc, argv);
    QStringList words = QCoreApplication::arguments();
    const Care care = Care::takeFrom(words);
    const Result<DaemonArguments> arguments = DaemonArguments::parse(words);
    return arguments ? serve(title, *arguments, care) : complain(arguments.error());
}
