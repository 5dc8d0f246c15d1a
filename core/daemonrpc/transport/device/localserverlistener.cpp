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
    if (!m_waiting.empty()) {
        std::unique_ptr<Stream> stream = std::move(m_waiting.front());
        m_waiting.pop_front();
        return stream;
    }
    std::unique_ptr<QLocalSocket> socket(m_server->nextPendingConnection());
    if (!socket)
        return nullptr;
    socket->setParent(nullptr);
    return std::make_unique<DeviceStream>(std::move(socket));
}

void LocalServerListener::stopAccepting()
{
    // QLocalServer::close() would drop the connections that it holds.
    std::deque<std::unique_ptr<Stream>> waiting;
    while (std::unique_ptr<Stream> stream = nextStream())
        waiting.push_back(std::move(stream));
    m_waiting = std::move(waiting);
    m_server->close();
}

} // namespace DaemonRpc
