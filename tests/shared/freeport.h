// A port for a test.
#pragma once

#include <QTcpServer>

namespace DaemonRpc::Testing {

/// A TCP port that nobody listened at a moment ago; 0 when there is none.
inline quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace DaemonRpc::Testing
