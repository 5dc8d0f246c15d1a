#include "tlserror_p.h"
#include "tlshandshake_p.h"

#include <array>

#include <errno.h>
#include <sys/socket.h>

namespace DaemonRpc {

// RFC 8446, section 5.1: the type of the record that a client's first message comes in.
static constexpr char handshakeRecord = 0x16;

// Of what a peer sends as plain text: a whole request of anybody's, and no more work for those who never end.
static constexpr int maxUnreadPieces = 16;

TlsHandshake::TlsHandshake(FileDescriptor socket, QString remoteAddress,
                           const QSslConfiguration &configuration, std::chrono::milliseconds timeout,
                           QObject *parent)
    : QObject(parent)
    , m_descriptor(std::move(socket))
    , m_remoteAddress(std::move(remoteAddress))
    , m_configuration(configuration)
    , m_notifier(std::make_unique<QSocketNotifier>(m_descriptor.get(), QSocketNotifier::Read))
{
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TlsHandshake::onFirstByte);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this, timeout] { fail(QStringLiteral("it was not done within %1 ms").arg(timeout.count())); });
    m_deadline.start(timeout);
}

TlsHandshake::~TlsHandshake()
{
    m_notifier.reset(); // must forget the descriptor before it is closed
    if (m_socket)
        m_socket->disconnect(this);
}

void TlsHandshake::onFirstByte()
{
    char first = 0;
    const ssize_t count = ::recv(m_descriptor.get(), &first, 1, MSG_PEEK | MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    m_notifier->setEnabled(false);
    if (count <= 0)
        fail({}); // it left again
    else if (first == handshakeRecord)
        begin();
    else
        refusePlainText();
}

// What a TLS library would answer: a fatal alert, protocol_version. Then what has come is read off, within
// bounds, because a socket that is closed with bytes unread takes the answer back (a reset).
void TlsHandshake::refusePlainText()
{
    static constexpr std::array<char, 7> alert = {0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x46};
    static_cast<void>(::send(m_descriptor.get(), alert.data(), alert.size(), MSG_NOSIGNAL | MSG_DONTWAIT));
    ::shutdown(m_descriptor.get(), SHUT_WR);
    std::array<char, 16 * 1024> unread{};
    for (int i = 0; i < maxUnreadPieces; ++i) {
        if (::recv(m_descriptor.get(), unread.data(), unread.size(), MSG_DONTWAIT) <= 0)
            break;
    }
    fail(QStringLiteral("it sent plain text to a TLS port; a client must use tls://"));
}

void TlsHandshake::begin()
{
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setReadBufferSize(TlsStream::readBufferBytes);
    m_socket->setSslConfiguration(m_configuration);
    // Where a certificate is required, its absence is fatal before this is asked.
    m_socket->ignoreSslErrors({QSslError(QSslError::NoPeerCertificate)});
    connect(m_socket.get(), &QSslSocket::encrypted, this, &TlsHandshake::onEncrypted);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &TlsHandshake::onError);
    connect(m_socket.get(), &QSslSocket::disconnected, this, [this] { fail({}); });
    connect(m_socket.get(), &QSslSocket::handshakeInterruptedOnError, this, [this](const QSslError &error) {
        m_certificateProblem = QStringLiteral("its certificate is not accepted: %1").arg(error.errorString());
    });
    if (!m_socket->setSocketDescriptor(m_descriptor.get())) {
        fail(m_socket->errorString());
        return;
    }
    static_cast<void>(m_descriptor.release());
    m_socket->startServerEncryption();
}

void TlsHandshake::onEncrypted()
{
    if (m_isFinished)
        return;
    m_socket->disconnect(this);
    // At once: what comes from here on is the stream's to notice.
    m_stream = std::make_unique<TlsStream>(std::move(m_socket));
    finish();
}

void TlsHandshake::onError(QAbstractSocket::SocketError code)
{
    if (!m_certificateProblem.isEmpty())
        fail(m_certificateProblem);
    else if (code == QAbstractSocket::RemoteHostClosedError)
        fail(QStringLiteral("the client broke it off"));
    else
        fail(TlsError::forLog(m_socket->errorString()));
}

void TlsHandshake::fail(const QString &failure)
{
    if (m_isFinished)
        return;
    m_failure = failure;
    finish();
}

void TlsHandshake::finish()
{
    m_isFinished = true;
    m_deadline.stop();
    QMetaObject::invokeMethod(this, &TlsHandshake::finished, Qt::QueuedConnection);
}

} // namespace DaemonRpc
