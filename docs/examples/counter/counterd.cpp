// A daemon of one's own in a few lines: the counter, and all that every daemon has.
#include "counterservice.h"

#include <daemonrpc/daemon/daemon.h>

#include <QCoreApplication>

#include <cstdio>

using namespace DaemonRpc;

static int complain(const Error &error)
{
    std::fprintf(stderr, "counterd: %s\n", qUtf8Printable(error.message()));
    return 1;
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Result<DaemonOptions> options = DaemonOptions::fromArguments(QCoreApplication::arguments());
    if (!options)
        return complain(options.error());
    Daemon daemon(*options, HandlerRegistry());
    const CounterService counter(daemon.methods());
    QObject::connect(&daemon, &Daemon::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    if (const Result<void> started = daemon.start(); !started)
        return complain(started.error());
    return QCoreApplication::exec();
}
