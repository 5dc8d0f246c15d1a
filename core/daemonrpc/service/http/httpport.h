// HTTP on a port of this machine.
#pragma once

#include <daemonrpc/base/logthrottle.h>
#include <daemonrpc/service/http/httpconnection.h>

#include <QTcpServer>

#include <list>
#include <memory>

namespace DaemonRpc {

/// Serves a site on a port of 127.0.0.1 and ::1 to everybody on this machine. Thread-bound.
///
/// Speaks nothing but HTTP. A port that is taken, as by a predecessor that has not let go of it yet, is tried
/// again every second. At the limit the connection that has been idle for longest gives way.
///
///     HttpPort port(site);
///     port.open(9464);
class DAEMONRPC_SERVICE_EXPORT HttpPort : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t maxConnections = 64;
    static constexpr std::chrono::milliseconds retryInterval{1000};

    explicit HttpPort(std::shared_ptr<const HttpSite> site, HttpConnection::Limits limits = {},
                      QObject *parent = nullptr);
    ~HttpPort() override;

    /// Listens at @p port from now on, and nowhere else; 0: nowhere. Open connections stay.
    void open(quint16 port);

    [[nodiscard]] quint16 port() const { return m_port; }

    /// Whether the port is ours, on one address at least.
    [[nodiscard]] bool isListening() const;

    [[nodiscard]] size_t connectionCount() const { return m_connections.size(); }

private:
    class Link;
    using Connections = std::list<std::unique_ptr<HttpConnection>>;

    void listen();
    [[nodiscard]] std::unique_ptr<QTcpServer> listenAt(const QHostAddress &address, bool *isTaken);
    void acceptFrom(QTcpServer *server);
    void serve(std::unique_ptr<QTcpSocket> socket);
    void makeRoom();
    void remove(HttpConnection *connection);

    std::shared_ptr<const HttpSite> m_site;
    HttpConnection::Limits m_limits;
    std::unique_ptr<Link> m_link;
    std::unique_ptr<QTcpServer> m_servers[2]; // IPv4, IPv6
    Connections m_connections;                // the one that was active last is the last
    QTimer m_retry;
    LogThrottle m_complaints{1, std::chrono::minutes(10)};
    quint16 m_port = 0;
};

} // namespace DaemonRpc
