// A project outside the tree: uses nothing but the installed headers and library.
#include <daemonrpc/base/daemonid.h>

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const DaemonRpc::Result<DaemonRpc::DaemonId> id = DaemonRpc::DaemonId::parse(QStringLiteral("outside"));
    const DaemonRpc::Result<DaemonRpc::DaemonId> refused = DaemonRpc::DaemonId::parse(QStringLiteral("a/b"));
    if (!id || refused || refused.error().code() != DaemonRpc::ErrorCode::InvalidAddress)
        return 1;
    std::printf("%s\n", qPrintable(id->toString()));
    return 0;
}
