#include <daemonrpc/transport/device/devicestream.h>
#include <daemonrpc/transport/device/localserverlistener.h>

#include <QLocalSocket>

namespace DaemonRpc {

LocalServerListener::LocalServerListener(std::unique_ptr<QLocalServer> server, QObject *parent)
    : Listener(parent)
    , m_server(std::move(server))
{
    connect(m_server.get(), &QLocalServer::newConnection, this, &LocalServerListener::streamAvailable);
}

std::unique_ptr<Stream> LocalServerListener::nextStream()
{
    std::unique_ptr<QLocalSocket> socket(m_server->nextPendingConnection());
    if (!socket)
        return nullptr;
    socket->setParent(nullptr);
    return std::make_unique<DeviceStream>(std::move(socket));
}

void LocalServerListener::stopAccepting() { m_server->close(); }

} // namespace DaemonRpc
