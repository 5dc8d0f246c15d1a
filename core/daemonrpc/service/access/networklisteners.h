// The TCP ports that a daemon listens on.
#pragma once

#include <daemonrpc/base/backoff.h>
#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/service/config/serviceconfiguration.h>
#include <daemonrpc/service/export.h>
#include <daemonrpc/transport/tcp/tcplistener.h>

#include <QByteArrayList>
#include <QTimer>

#include <memory>
#include <vector>

namespace DaemonRpc {

class Server;
class TlsServerContext;

/// Listens where `sockets.tcp` and `sockets.tls` say, for one server. Thread-bound.
///
/// Ports are bound when the daemon has its id, not before: of many that are started at once, all but one
/// find it taken, and none of them complains about a port. A port that is not to be had is tried again until
/// it is. When the server drains, the ports are free at once.
///
/// A successor inherits the sockets, so that at a restart nobody is refused: the descriptors are there,
/// though not bound, from prepare() on. Whoever waits in the kernel's queue by then is the successor's;
/// whoever has been accepted is served here, those whose TLS handshake is under way as well. The queue of a
/// port that the successor's configuration has no more is lost.
///
///     NetworkListeners listeners;
///     if (const Result<void> prepared = listeners.prepare(configuration); !prepared)
///         return prepared;
///     listeners.listen(server);   // once the daemon is established
class DAEMONRPC_SERVICE_EXPORT NetworkListeners : public QObject
{
    Q_OBJECT

public:
    /// The variable in which a predecessor passes its descriptors on; of no use to anybody else.
    static constexpr char inheritedVariable[] = "DAEMON_RPC_INHERITED_PORTS";

    /// The descriptors in @p text, the content of that variable; what cannot be one is left out.
    static QList<int> parseInherited(const QByteArray &text);

    /// Owns the descriptors @p inherited from now on.
    explicit NetworkListeners(const QList<int> &inherited = {}, QObject *parent = nullptr);
    ~NetworkListeners() override;

    /// Reads the certificate and checks that nobody could get in unasked. Errors: InvalidArgument,
    /// PermissionDenied, UnsafeDirectory; each says which key to correct.
    Result<void> prepare(const ServiceConfiguration &configuration);

    /// For a successor: descriptors to inherit, and what tells it about them; nothing when no port is
    /// configured. After prepare().
    [[nodiscard]] QList<int> descriptors() const;
    [[nodiscard]] QByteArrayList successorEnvironment() const;

    /// Serves @p server from now on, until that drains. Once.
    void listen(Server &server);

    /// Limits of @p configuration, for connections to come.
    void setLimits(const ServiceConfiguration::Sockets &sockets);

    /// Where somebody can connect, "tls://127.0.0.1:7411".
    [[nodiscard]] QStringList addresses() const;

private:
    struct Port
    {
        QString address;
        quint16 number = 0;
        std::shared_ptr<TlsServerContext> tls; // null: without encryption
        FileDescriptor socket;                 // until it listens
        std::unique_ptr<TcpListener> listener;

        [[nodiscard]] QString toString() const;
    };

    Result<void> addPort(const QString &address, quint16 number, std::shared_ptr<TlsServerContext> tls);
    FileDescriptor takeInheritedFor(const QString &address, quint16 number);
    void tryToListen();
    Result<void> startPort(Port &port);
    void serveFrom(TcpListener *listener);
    void onServerState();
    void onLeaving();
    [[nodiscard]] bool isInHandshake() const;

    std::vector<FileDescriptor> m_inherited;
    std::vector<Port> m_ports;
    TcpListenerLimits m_limits;
    Server *m_server = nullptr;
    QTimer m_retry;
    Backoff m_backoff;
    bool m_saidMissing = false;
    bool m_hasLeft = false; // to a successor
};

} // namespace DaemonRpc
