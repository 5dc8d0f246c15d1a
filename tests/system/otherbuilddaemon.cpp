// daemon-rpcd as of another build: one of the year 2100.
#include "daemon/daemonprogram.h"

#include <QCoreApplication>

#include <cstdio>

using namespace DaemonRpc;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Result<DaemonArguments> arguments = DaemonArguments::parse(QCoreApplication::arguments());
    if (!arguments) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(arguments.error().message()));
        return 2;
    }
    arguments->options.build = {4'102'444'800'000, "otherbuild"};
    return runDaemonProgram(*arguments);
}
