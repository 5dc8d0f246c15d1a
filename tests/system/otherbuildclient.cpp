// daemon-rpc as of another build: DAEMON_RPC_TEST_BUILD is "TIMESTAMP:ID" of the build that it claims to be.
#include "cliapplication.h"
#include "descriptoraccess.h"

#include <daemonrpc/eventloop/epolldispatcher.h>

#include <QCoreApplication>

using namespace DaemonRpc;

int main(int argc, char **argv)
{
    Cli::fillStandardDescriptors();
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QByteArrayList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(argv[i]);
    int programOnly = 1;
    const QCoreApplication application(programOnly, argv);
    const QByteArrayList build = qgetenv("DAEMON_RPC_TEST_BUILD").split(':');
    BuildIdentity identity;
    identity.timestampMs = build.value(0).toLongLong();
    identity.id = build.value(1);
    return Cli::CliApplication(identity).run(arguments);
}
