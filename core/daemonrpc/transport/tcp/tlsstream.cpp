#include "tcpsocket_p.h"
#include "tlserror_p.h"

#include <daemonrpc/transport/tcp/tlsstream.h>

#include <QHostAddress>
#include <QPointer>
#include <QSslCertificate>

namespace DaemonRpc {

static QString addressOf(const QSslSocket &socket)
{
    sockaddr_storage name{};
    socklen_t length = sizeof name;
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    if (descriptor < 0 || ::getpeername(descriptor, reinterpret_cast<sockaddr *>(&name), &length) != 0)
        name.ss_family = AF_UNSPEC;
    return TcpSocket::describe(name);
}

TlsStream::TlsStream(std::unique_ptr<QSslSocket> socket, QObject *parent)
    : Stream(parent)
    , m_socket(std::move(socket))
    , m_remoteAddress(addressOf(*m_socket))
    , m_certificateName(m_socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0))
    , m_isDisconnected(m_socket->state() == QAbstractSocket::UnconnectedState)
{
    m_socket->setReadBufferSize(readBufferBytes);
    connect(m_socket.get(), &QSslSocket::readyRead, this, &TlsStream::readAll);
    connect(m_socket.get(), &QSslSocket::encryptedBytesWritten, this, &TlsStream::onBytesWritten);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &TlsStream::onError);
    connect(m_socket.get(), &QSslSocket::readChannelFinished, this, &TlsStream::onDisconnected);
    connect(m_socket.get(), &QSslSocket::disconnected, this, &TlsStream::onDisconnected);
}

TlsStream::~TlsStream()
{
    m_socket->disconnect(this);
    // Says goodbye (close_notify): foreign libraries take a stream that ends without it for an attack.
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->disconnectFromHost();
}

QString TlsStream::protocolName() const
{
    switch (m_socket->sessionProtocol()) {
    case QSsl::TlsV1_2: return QStringLiteral("TLSv1.2");
    case QSsl::TlsV1_3: return QStringLiteral("TLSv1.3");
    default: return QStringLiteral("TLS");
    }
}

void TlsStream::write(QByteArrayView head, QByteArrayView body)
{
    if (m_isDisconnected || m_closing)
        return;
    if (!head.isEmpty())
        m_socket->write(head.data(), head.size());
    if (!body.isEmpty())
        m_socket->write(body.data(), body.size());
}

void TlsStream::flush()
{
    if (m_isDisconnected)
        return;
    m_isFlushing = true;
    m_socket->flush();
    m_isFlushing = false;
}

qint64 TlsStream::bytesPending() const
{
    return m_isDisconnected ? 0 : m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
}

void TlsStream::setReading(bool enabled)
{
    m_isReading = enabled;
    // What came while paused has been announced already; say it from the loop, as a fresh arrival would.
    if (enabled)
        QMetaObject::invokeMethod(this, &TlsStream::readAll, Qt::QueuedConnection);
}

void TlsStream::readAll()
{
    if (m_isReceiving)
        return;
    const QPointer<TlsStream> guard(this);
    while (guard && m_isReading && m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->read(readBufferBytes);
        if (bytes.isEmpty())
            break;
        m_isReceiving = true;
        Q_EMIT received(bytes);
        if (guard)
            m_isReceiving = false;
    }
    // Reading has made room: what was still encrypted is decrypted in the loop, before the end is said there.
    if (guard && m_isReading && m_isDisconnected && !m_saidEnd)
        QMetaObject::invokeMethod(this, &TlsStream::endIfDone, Qt::QueuedConnection);
}

void TlsStream::endIfDone()
{
    if (m_saidEnd || !m_isReading)
        return;
    if (m_socket->bytesAvailable() > 0) {
        readAll();
        return;
    }
    m_saidEnd = true;
    if (m_error)
        Q_EMIT failed(*m_error);
    else
        Q_EMIT ended();
}

void TlsStream::onBytesWritten()
{
    if (m_isFlushing) {
        // Qt says so from within flush(): a slot that writes the next piece would overtake our caller.
        QMetaObject::invokeMethod(this, &TlsStream::onBytesWritten, Qt::QueuedConnection);
        return;
    }
    if (m_isDisconnected)
        return;
    const QPointer<TlsStream> guard(this);
    Q_EMIT sent();
    if (guard)
        sayClosedIfDone();
}

void TlsStream::onError(QAbstractSocket::SocketError code)
{
    if (code != QAbstractSocket::RemoteHostClosedError && !m_error)
        m_error = TlsError::ofConnection(code, m_socket->errorString());
}

// May come while bytes are still unread: the end is said after the last of them.
void TlsStream::onDisconnected()
{
    if (m_isDisconnected)
        return;
    m_isDisconnected = true;
    QMetaObject::invokeMethod(this, &TlsStream::readAll, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &TlsStream::sayClosedIfDone, Qt::QueuedConnection);
}

void TlsStream::closeWhenSent()
{
    flush();
    m_closing = true;
    QMetaObject::invokeMethod(this, &TlsStream::sayClosedIfDone, Qt::QueuedConnection);
}

void TlsStream::sayClosedIfDone()
{
    if (!m_closing || m_saidClosed || bytesPending() > 0)
        return;
    m_saidClosed = true;
    Q_EMIT closed();
}

} // namespace DaemonRpc
