// A listener on a TCP port, with or without TLS.
#pragma once

#include <daemonrpc/base/backoff.h>
#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/logthrottle.h>
#include <daemonrpc/base/ratelimiter.h>
#include <daemonrpc/transport/listener.h>

#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

#include <sys/socket.h>

namespace DaemonRpc {

class TlsHandshake;
class TlsServerContext;

/// How much strangers may ask of a TcpListener. Value.
struct TcpListenerLimits
{
    /// Streams and handshakes at a time: the oldest handshake gives way; beyond as many streams, new
    /// connections are closed at once.
    int maxConnections = 256;
    int connectionsPerMinute = 1200;                  ///< Of one address; 0: any number.
    int maxHandshakes = 64;                           ///< Under way at a time; the oldest gives way.
    std::chrono::milliseconds handshakeTimeout{5000}; ///< From accepting to encrypted.

    friend bool operator==(const TcpListenerLimits &, const TcpListenerLimits &) = default;
};

/// Accepts from a listening TCP socket. With a TlsServerContext, streams are handed out once they are
/// encrypted. Thread-bound.
///
/// A connection over a limit, and a handshake that fails, cost their peer the connection and the log one
/// line; of many such lines the log keeps ten in ten seconds.
///
///     Result<FileDescriptor> socket = TcpListener::bind(u"127.0.0.1"_qs, 7411);
///     server.addListener(std::make_unique<TcpListener>(std::move(*socket), context));
class DAEMONRPC_EXPORT TcpListener : public Listener
{
    Q_OBJECT

public:
    /// A socket that listens at @p address (a number; :: is IPv4, too) and @p port (0: any free one). Errors:
    /// InvalidArgument, AlreadyRunning (the port is taken), PermissionDenied, IoError.
    static Result<FileDescriptor> bind(const QString &address, quint16 port);

    /// The two halves of bind(), for who must know the descriptor before the port can be had. open() makes a
    /// socket for @p address that is bound to nothing yet.
    static Result<FileDescriptor> open(const QString &address);
    static Result<void> bind(int descriptor, const QString &address, quint16 port);

    /// Whether @p descriptor is a TCP socket that listens at @p address and @p port.
    [[nodiscard]] static bool listensAt(int descriptor, const QString &address, quint16 port);

    /// Takes @p socket, which must be listening and non-blocking. Without @p tls, streams are not encrypted.
    explicit TcpListener(FileDescriptor socket, std::shared_ptr<TlsServerContext> tls = nullptr,
                         const TcpListenerLimits &limits = {}, QObject *parent = nullptr);
    ~TcpListener() override;

    /// For connections to come.
    void setLimits(const TcpListenerLimits &limits);

    std::unique_ptr<Stream> nextStream() override;

    /// Accepts whoever waits, and closes the socket without shutting it down: another process that has it
    /// goes on. Handshakes that are under way go on, too, and yield their streams.
    void stopAccepting() override;

    /// The same without accepting: whoever waits is for a successor that has inherited the socket. Without
    /// one, they would be reset.
    void leaveToSuccessor();

    [[nodiscard]] bool isEncrypted() const { return m_tls != nullptr; }

    /// Where it listens, "127.0.0.1:7411"; empty once it has stopped.
    [[nodiscard]] QString localAddress() const;

    [[nodiscard]] int descriptor() const { return m_socket.get(); }

    [[nodiscard]] qsizetype handshakeCount() const { return static_cast<qsizetype>(m_handshakes.size()); }

    /// Streams handed out, or waiting to be, that still exist.
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }

private:
    bool acceptOne();
    void acceptSome();
    void admit(FileDescriptor socket, const sockaddr_storage &name);
    void refuse(const QString &remoteAddress, const QString &why);
    void startHandshake(FileDescriptor socket, const QString &remoteAddress);
    void onHandshakeFinished(TlsHandshake *handshake);
    void makeWait(std::unique_ptr<Stream> stream);
    void announce();
    void pauseForResources(int errnoValue);
    void resume();
    void close();

    FileDescriptor m_socket;
    std::shared_ptr<TlsServerContext> m_tls;
    TcpListenerLimits m_limits;
    RateLimiter m_rate;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::vector<std::unique_ptr<TlsHandshake>> m_handshakes; // the oldest first
    std::deque<std::unique_ptr<Stream>> m_waiting;
    LogThrottle m_refusals;
    QTimer m_pause;
    Backoff m_backoff;
    int m_connectionCount = 0;
    bool m_isStarved = false;
};

} // namespace DaemonRpc
