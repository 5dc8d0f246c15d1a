// daemon-rpc, the console client.
#include "cliapplication.h"
#include "descriptoraccess.h"
#include "exitcode.h"

#include <daemonrpc/eventloop/epolldispatcher.h>

#include <QCoreApplication>

#include <array>
#include <cstdio>

#include <unistd.h>

using namespace DaemonRpc;

int main(int argc, char **argv)
{
    Cli::fillStandardDescriptors();
    Result<std::unique_ptr<EpollDispatcher>> dispatcher = EpollDispatcher::create();
    if (!dispatcher) {
        std::fprintf(stderr, "daemon-rpc: %s\n", qUtf8Printable(dispatcher.error().message()));
        return Cli::ExitCode::Failed;
    }
    QCoreApplication::setEventDispatcher(dispatcher->release());

    // The arguments are bytes, and all ours: Qt would take some of them away.
    QByteArrayList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(argv[i]);
    int programOnly = argc > 0 ? 1 : 0;
    std::array<char *, 2> program{argc > 0 ? argv[0] : nullptr, nullptr};
    QCoreApplication application(programOnly, program.data());

    Cli::CliApplication cli(BuildIdentity::current());
    const int exitCode = cli.run(arguments);
    if (cli.isExitUnsafe())
        ::_exit(exitCode);
    return exitCode;
}
