// Dialling a TCP port, with or without TLS.
#pragma once

#include <daemonrpc/transport/dialer.h>
#include <daemonrpc/transport/tcp/tlsfiles.h>

#include <QTcpSocket>
#include <QTimer>

#include <memory>

class QSslError;
class QSslSocket;

namespace DaemonRpc {

class TlsStream;

/// Connects to tcp://host:port and tls://host:port. Thread-bound. The deadline covers the look-up of the
/// host, the connection and the handshake.
///
/// With tls, the daemon's certificate must be signed by an authority that is trusted, valid now, and for the
/// host that is dialled (or TlsClientFiles::serverName).
class DAEMONRPC_EXPORT TcpDialer : public Dialer
{
    Q_OBJECT

public:
    explicit TcpDialer(TlsClientFiles files = {}, QObject *parent = nullptr);
    ~TcpDialer() override;

    /// Besides the errors of Dialer::dial(): PeerNotTrusted (the daemon's certificate), PermissionDenied (it
    /// does not accept this client's), ProtocolMismatch (it does not speak TLS), ConnectionLost (it hung up),
    /// InvalidArgument (TlsClientFiles).
    void dial(const Address &address, std::chrono::milliseconds timeout) override;
    [[nodiscard]] std::unique_ptr<Stream> takeStream() override;

private:
    void dialPlain();
    void dialEncrypted();
    void onConnected();
    void onEncrypted();
    void onCertificateErrors(const QList<QSslError> &errors);
    void onError(QAbstractSocket::SocketError code);
    void succeed(std::unique_ptr<Stream> stream);
    void fail(const Error &error);
    void forget();

    TlsClientFiles m_files;
    Address m_address;
    std::unique_ptr<QTcpSocket> m_socket;
    std::unique_ptr<QSslSocket> m_encryptedSocket;
    std::unique_ptr<Stream> m_stream;
    std::optional<Error> m_certificateError;
    QTimer m_deadline;
    bool m_isConnected = false;
};

} // namespace DaemonRpc
