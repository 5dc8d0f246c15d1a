#include "window/programicon.h"

namespace DaemonRpc::Monitor {

QIcon programIcon()
{
    QIcon icon;
    for (const int edge : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/daemon-rpc-monitor-%1.png").arg(edge), QSize(edge, edge));
    return icon;
}

} // namespace DaemonRpc::Monitor
