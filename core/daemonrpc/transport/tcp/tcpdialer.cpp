#include "tcpsocket_p.h"
#include "tlsconfiguration_p.h"
#include "tlserror_p.h"

#include <daemonrpc/base/oserror.h>
#include <daemonrpc/transport/tcp/tcpdialer.h>
#include <daemonrpc/transport/tcp/tcpstream.h>
#include <daemonrpc/transport/tcp/tlsstream.h>

#include <QNetworkProxy>

#include <errno.h>
#include <fcntl.h>

namespace DaemonRpc {

TcpDialer::TcpDialer(TlsClientFiles files, QObject *parent)
    : Dialer(parent)
    , m_files(std::move(files))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        fail(Error(ErrorCode::Timeout,
                   m_isConnected ? tr("%1 did not finish the TLS handshake in time; it may not speak TLS "
                                      "(then use tcp://)")
                                       .arg(m_address.toString())
                                 : tr("%1 did not answer in time; check the address, and whether a "
                                      "firewall is in between")
                                       .arg(m_address.toString())));
    });
}

TcpDialer::~TcpDialer() { forget(); }

void TcpDialer::dial(const Address &address, std::chrono::milliseconds timeout)
{
    forget();
    m_address = address;
    m_stream.reset();
    m_certificateError.reset();
    m_isConnected = false;
    m_deadline.start(timeout);
    if (address.scheme() == Address::Scheme::Tls)
        dialEncrypted();
    else if (address.scheme() == Address::Scheme::Tcp)
        dialPlain();
    else
        fail(Error(
            ErrorCode::InvalidAddress,
            tr("cannot connect to %1: use tcp://host:port or tls://host:port").arg(address.toString())));
}

void TcpDialer::dialPlain()
{
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    connect(m_socket.get(), &QTcpSocket::connected, this, &TcpDialer::onConnected);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &TcpDialer::onError);
    m_socket->connectToHost(m_address.host(), m_address.port());
}

void TcpDialer::dialEncrypted()
{
    const Result<QSslConfiguration> configuration = TlsConfiguration::forClient(m_files);
    if (!configuration) {
        fail(configuration.error());
        return;
    }
    m_encryptedSocket = std::make_unique<QSslSocket>();
    m_encryptedSocket->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_encryptedSocket->setReadBufferSize(TlsStream::readBufferBytes);
    m_encryptedSocket->setSslConfiguration(*configuration);
    QSslSocket *socket = m_encryptedSocket.get();
    connect(socket, &QSslSocket::connected, this, &TcpDialer::onConnected);
    connect(socket, &QSslSocket::encrypted, this, &TcpDialer::onEncrypted);
    connect(socket, &QSslSocket::sslErrors, this, &TcpDialer::onCertificateErrors);
    connect(socket, &QSslSocket::errorOccurred, this, &TcpDialer::onError);
    if (m_files.serverName.isEmpty())
        socket->connectToHostEncrypted(m_address.host(), m_address.port());
    else
        socket->connectToHostEncrypted(m_address.host(), m_address.port(), m_files.serverName);
}

void TcpDialer::onConnected()
{
    m_isConnected = true;
    if (m_encryptedSocket) {
        TcpSocket::prepare(static_cast<int>(m_encryptedSocket->socketDescriptor()));
        return; // the handshake follows
    }
    // Qt has resolved and connected; from here on the descriptor alone is the quicker stream.
    FileDescriptor socket(::fcntl(static_cast<int>(m_socket->socketDescriptor()), F_DUPFD_CLOEXEC, 0));
    if (!socket.isValid()) {
        const int reason = errno;
        fail(Error(errorCodeFromErrno(reason),
                   tr("cannot connect to %1: %2").arg(m_address.toString(), errnoText(reason))));
        return;
    }
    succeed(std::make_unique<TcpStream>(std::move(socket)));
}

void TcpDialer::onEncrypted()
{
    m_encryptedSocket->disconnect(this);
    // At once: what comes from here on is the stream's to notice.
    succeed(std::make_unique<TlsStream>(std::move(m_encryptedSocket)));
}

void TcpDialer::onCertificateErrors(const QList<QSslError> &errors)
{
    m_certificateError =
        TlsError::ofServerCertificate(errors, m_encryptedSocket->peerCertificate(), m_address.toString(),
                                      m_files.serverName.isEmpty() ? m_address.host() : m_files.serverName);
}

void TcpDialer::onError(QAbstractSocket::SocketError code)
{
    const QString daemon = m_address.toString();
    if (m_certificateError) {
        fail(*m_certificateError);
        return;
    }
    const QString text = m_encryptedSocket ? m_encryptedSocket->errorString() : m_socket->errorString();
    switch (code) {
    case QAbstractSocket::ConnectionRefusedError:
        // Qt calls a peer that hangs up by the same name.
        if (m_isConnected) {
            fail(TlsError::ofClientHandshake(QAbstractSocket::RemoteHostClosedError, text, daemon));
            return;
        }
        fail(Error(ErrorCode::ConnectionRefused,
                   tr("nothing listens at %1; start the daemon there, or correct the address").arg(daemon)));
        return;
    case QAbstractSocket::HostNotFoundError:
        fail(Error(ErrorCode::InvalidAddress,
                   tr("cannot connect to %1: there is no host of that name").arg(daemon)));
        return;
    case QAbstractSocket::SocketTimeoutError:
        fail(Error(ErrorCode::Timeout, tr("%1 did not answer in time; check the address, and "
                                          "whether a firewall is in between")
                                           .arg(daemon)));
        return;
    default: break;
    }
    if (m_isConnected)
        fail(TlsError::ofClientHandshake(code, text, daemon));
    else
        fail(Error(ErrorCode::IoError, tr("cannot connect to %1: %2").arg(daemon, text)));
}

void TcpDialer::succeed(std::unique_ptr<Stream> stream)
{
    m_stream = std::move(stream);
    forget();
    Q_EMIT connected();
}

void TcpDialer::fail(const Error &error)
{
    forget();
    Q_EMIT failed(error);
}

// The sockets may be the senders of what is being handled.
void TcpDialer::forget()
{
    m_deadline.stop();
    for (QTcpSocket *socket : {m_socket.release(), static_cast<QTcpSocket *>(m_encryptedSocket.release())}) {
        if (!socket)
            continue;
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

std::unique_ptr<Stream> TcpDialer::takeStream() { return std::move(m_stream); }

} // namespace DaemonRpc
