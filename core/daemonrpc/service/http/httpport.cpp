#include "logging_p.h"

#include <daemonrpc/service/http/httpport.h>
#include <daemonrpc/transport/device/devicestream.h>

#include <QTcpSocket>

#include <algorithm>

namespace DaemonRpc {

/// All peers are alike: they may look.
class HttpPort::Link : public RpcLink
{
public:
    Link() { m_peer.role = Role::ReadOnly; }

    [[nodiscard]] quint64 connectionId() const override { return 0; }

    [[nodiscard]] const PeerIdentity &peer() const override { return m_peer; }

    void send(QByteArrayView /*message*/) override {}

    [[nodiscard]] qint64 bytesPending() const override { return 0; }

    Result<Role> authenticate(QByteArrayView /*token*/) override { return m_peer.role; }

private:
    PeerIdentity m_peer;
};

HttpPort::HttpPort(std::shared_ptr<const HttpSite> site, HttpConnection::Limits limits, QObject *parent)
    : QObject(parent)
    , m_site(std::move(site))
    , m_limits(limits)
    , m_link(std::make_unique<Link>())
{
    m_limits.isForLocalNamesOnly = true;
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &HttpPort::listen);
}

HttpPort::~HttpPort() = default;

bool HttpPort::isListening() const { return m_servers[0] || m_servers[1]; }

void HttpPort::open(quint16 port)
{
    if (port == m_port)
        return;
    m_port = port;
    m_retry.stop();
    for (std::unique_ptr<QTcpServer> &server : m_servers)
        server.reset();
    if (m_port != 0)
        listen();
}

void HttpPort::listen()
{
    const QHostAddress addresses[] = {QHostAddress(QHostAddress::LocalHost),
                                      QHostAddress(QHostAddress::LocalHostIPv6)};
    const bool wasListening = isListening();
    bool isTaken = false;
    for (size_t i = 0; i < std::size(addresses); ++i) {
        if (!m_servers[i])
            m_servers[i] = listenAt(addresses[i], &isTaken);
    }
    if (isTaken || !isListening())
        m_retry.start(retryInterval);
    else if (!wasListening)
        qCInfo(lcHttp) << "health and metrics are served at port" << m_port << "of this machine";
}

/// Null when that failed. A machine without IPv6 is no reason to complain.
std::unique_ptr<QTcpServer> HttpPort::listenAt(const QHostAddress &address, bool *isTaken)
{
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(address, m_port)) {
        const bool isInUse = server->serverError() == QAbstractSocket::AddressInUseError;
        *isTaken = *isTaken || isInUse;
        if ((isInUse || address.protocol() == QAbstractSocket::IPv4Protocol) && m_complaints.admits()) {
            qCWarning(lcHttp).noquote()
                << "cannot listen at port" << m_port << "of" << address.toString() + QLatin1Char(':')
                << server->errorString() + QStringLiteral("; trying again every second. Another program may "
                                                          "have it: choose another health.http_port");
        }
        return nullptr;
    }
    QTcpServer *listening = server.get();
    connect(listening, &QTcpServer::newConnection, this, [this, listening] { acceptFrom(listening); });
    // Qt stops listening when there is no descriptor left.
    connect(listening, &QTcpServer::acceptError, listening, [listening] {
        QTimer::singleShot(retryInterval, listening, [listening] { listening->resumeAccepting(); });
    });
    return server;
}

void HttpPort::acceptFrom(QTcpServer *server)
{
    while (QTcpSocket *socket = server->nextPendingConnection()) {
        socket->setParent(nullptr);
        serve(std::unique_ptr<QTcpSocket>(socket));
    }
}

void HttpPort::serve(std::unique_ptr<QTcpSocket> socket)
{
    makeRoom();
    auto owned = std::make_unique<HttpConnection>(std::make_unique<DeviceStream>(std::move(socket)), *m_link,
                                                  m_site, m_limits);
    HttpConnection *connection = owned.get();
    m_connections.push_back(std::move(owned));
    const auto onEnd = [this, connection] { remove(connection); };
    connect(connection, &DialectConnection::closed, this, onEnd);
    connect(connection, &DialectConnection::peerGone, this, onEnd);
    connection->start({});
}

void HttpPort::makeRoom()
{
    if (m_connections.size() < maxConnections)
        return;
    const auto idle = std::find_if(m_connections.begin(), m_connections.end(),
                                   [](const auto &connection) { return connection->isIdle(); });
    remove((idle != m_connections.end() ? *idle : m_connections.front()).get());
}

void HttpPort::remove(HttpConnection *connection)
{
    const auto found = std::find_if(m_connections.begin(), m_connections.end(),
                                    [connection](const auto &owned) { return owned.get() == connection; });
    if (found == m_connections.end())
        return;
    found->release()->deleteLater(); // it may be the sender
    m_connections.erase(found);
}

} // namespace DaemonRpc
