// TLS between TcpListener and TcpDialer: whom each side trusts, and what it says when it does not.
#include "dialing.h"
#include "streamrecorder.h"
#include "testcertificates.h"

#include <daemonrpc/transport/tcp/tcplistener.h>
#include <daemonrpc/transport/tcp/tlsservercontext.h>
#include <daemonrpc/transport/tcp/tlsstream.h>

#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTlsListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void speaksTls();
    void trustsNoOtherServer_data();
    void trustsNoOtherServer();
    void acceptsTheNameThatIsExpected();
    void namesTheClientsCertificate();
    void asksForNothingByDefault();
    void clientCertificateMayBeMissing();
    void refusesClients_data();
    void refusesClients();
    void refusesPlainText_data();
    void refusesPlainText();
    void dialsAPlainPort();
    void silentPeerIsGivenUp();
    void oldestHandshakeGivesWay();
    void handshakesCountAsConnections();
    void silentServerIsGivenUp();
    void stopFinishesHandshakes();
    void showsANewCertificate();

private:
    void listen(const TlsServerFiles &files, const TcpListenerLimits &limits = {});
    [[nodiscard]] TlsServerFiles files(const QString &name, const QString &clientCa = {},
                                       bool isRequired = false) const;
    [[nodiscard]] TlsClientFiles client(const QString &certificate = {}) const;

    [[nodiscard]] QString address() const { return u"tls://"_s + m_listener->localAddress(); }

    [[nodiscard]] quint16 port() const;

    QTemporaryDir m_directory;
    TestCertificates m_certificates{m_directory.path()};
    std::unique_ptr<TcpListener> m_listener;
    std::vector<std::unique_ptr<Stream>> m_streams;
};

void TestTlsListener::initTestCase()
{
    if (!TestCertificates::isPossible())
        QSKIP("the openssl program is not installed");
    QVERIFY(m_certificates.makeAuthority(u"ca"_s));
    QVERIFY(m_certificates.makeAuthority(u"other"_s));
    QVERIFY(m_certificates.issue(u"server"_s, u"ca"_s));
    QVERIFY(m_certificates.issue(u"rsa"_s, u"ca"_s, u"localhost"_s, u"IP:127.0.0.1"_s, 30, u"rsa:2048"_s));
    QVERIFY(m_certificates.issue(u"expired"_s, u"ca"_s, u"localhost"_s, u"IP:127.0.0.1"_s, -1));
    QVERIFY(m_certificates.issue(u"elsewhere"_s, u"ca"_s, u"example.org"_s, u"DNS:example.org"_s));
    QVERIFY(m_certificates.issue(u"foreign"_s, u"other"_s));
    QVERIFY(m_certificates.issue(u"ci"_s, u"ca"_s, u"ci"_s, u"DNS:ci"_s));
    QVERIFY(m_certificates.issue(u"oldclient"_s, u"ca"_s, u"ci"_s, u"DNS:ci"_s, -1));
}

void TestTlsListener::cleanup()
{
    m_streams.clear();
    m_listener.reset();
}

TlsServerFiles TestTlsListener::files(const QString &name, const QString &clientCa, bool isRequired) const
{
    return {m_certificates.certificate(name), m_certificates.key(name),
            clientCa.isEmpty() ? QString() : m_certificates.certificate(clientCa), isRequired};
}

TlsClientFiles TestTlsListener::client(const QString &certificate) const
{
    TlsClientFiles client;
    client.ca = m_certificates.certificate(u"ca"_s);
    if (!certificate.isEmpty()) {
        client.certificate = m_certificates.certificate(certificate);
        client.key = m_certificates.key(certificate);
    }
    return client;
}

void TestTlsListener::listen(const TlsServerFiles &files, const TcpListenerLimits &limits)
{
    Result<std::shared_ptr<TlsServerContext>> context = TlsServerContext::load(files);
    QVERIFY2(context, context ? "" : qPrintable(context.error().message()));
    Result<FileDescriptor> socket = TcpListener::bind(u"127.0.0.1"_s, 0);
    QVERIFY(socket);
    m_listener = std::make_unique<TcpListener>(std::move(*socket), *context, limits);
    connect(m_listener.get(), &Listener::streamAvailable, this, [this] {
        while (std::unique_ptr<Stream> stream = m_listener->nextStream())
            m_streams.push_back(std::move(stream));
    });
}

quint16 TestTlsListener::port() const
{
    return static_cast<quint16>(m_listener->localAddress().section(u':', -1).toUInt());
}

void TestTlsListener::speaksTls()
{
    for (const QString &name : {u"server"_s, u"rsa"_s}) {
        listen(files(name));
        const DialOutcome outcome = dialTo(address(), client());
        QVERIFY2(outcome.stream, outcome.error ? qPrintable(outcome.error->message()) : "");
        QTRY_COMPARE(m_streams.size(), size_t(1));
        QCOMPARE(outcome.stream->remoteAddress(), m_listener->localAddress());
        QVERIFY(m_streams[0]->remoteAddress().startsWith(u"127.0.0.1:"));
        QVERIFY(!m_streams[0]->peer());
        QCOMPARE(outcome.stream->certificateName(), u"localhost"_s);
        QCOMPARE(static_cast<TlsStream *>(outcome.stream.get())->protocolName(), u"TLSv1.3"_s);
        cleanup();
    }
}

void TestTlsListener::trustsNoOtherServer_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("knowsAuthority");
    QTest::addColumn<QString>("message");
    const QString authority = u"is signed by nobody whom this client trusts"_s;
    QTest::newRow("of another authority") << u"foreign"_s << true << authority;
    QTest::newRow("self-signed") << u"other"_s << true << authority;
    QTest::newRow("the system knows nobody") << u"server"_s << false << authority;
    QTest::newRow("expired") << u"expired"_s << true << u"its certificate expired on 20"_s;
    QTest::newRow("for another host")
        << u"elsewhere"_s << true << u"is for example.org, not for 127.0.0.1; use that name"_s;
}

void TestTlsListener::trustsNoOtherServer()
{
    QFETCH(const QString, certificate);
    QFETCH(const bool, knowsAuthority);
    QFETCH(const QString, message);
    if (certificate == u"expired")
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the TLS certificate .* expired on"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the TLS handshake with .* failed:"_s));
    listen(files(certificate));
    const DialOutcome outcome = dialTo(address(), knowsAuthority ? client() : TlsClientFiles());
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code(), ErrorCode::PeerNotTrusted);
    QVERIFY2(outcome.error->message().contains(message), qPrintable(outcome.error->message()));
    QVERIFY(outcome.error->message().startsWith(u"refusing to talk to "_s + address() + u": "_s));
    QTRY_COMPARE(m_listener->handshakeCount(), qsizetype(0));
    QVERIFY(m_streams.empty() || certificate == u"elsewhere"); // that is checked after TLS has agreed
}

void TestTlsListener::acceptsTheNameThatIsExpected()
{
    listen(files(u"elsewhere"_s));
    TlsClientFiles expecting = client();
    expecting.serverName = u"example.org"_s;
    QVERIFY(dialTo(address(), expecting).stream);
}

void TestTlsListener::namesTheClientsCertificate()
{
    listen(files(u"server"_s, u"ca"_s, true));
    const DialOutcome outcome = dialTo(address(), client(u"ci"_s));
    QVERIFY(outcome.stream);
    QTRY_COMPARE(m_streams.size(), size_t(1));
    QCOMPARE(m_streams[0]->certificateName(), u"ci"_s);
}

void TestTlsListener::asksForNothingByDefault()
{
    listen(files(u"server"_s));
    const DialOutcome outcome = dialTo(address(), client(u"ci"_s));
    QVERIFY(outcome.stream);
    QTRY_COMPARE(m_streams.size(), size_t(1));
    QCOMPARE(m_streams[0]->certificateName(), QString()); // whatever it has, nobody has verified it
}

void TestTlsListener::clientCertificateMayBeMissing()
{
    listen(files(u"server"_s, u"ca"_s, false));
    const DialOutcome outcome = dialTo(address(), client());
    QVERIFY(outcome.stream);
    QTRY_COMPARE(m_streams.size(), size_t(1));
    QCOMPARE(m_streams[0]->certificateName(), QString());
}

void TestTlsListener::refusesClients_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<bool>("isRequired");
    QTest::addColumn<QString>("clientSays");
    QTest::addColumn<QString>("logSays");
    QTest::newRow("none") << QString() << true << u"(certificate required)"_s
                          << u"peer did not return a certificate"_s;
    QTest::newRow("of another authority")
        << u"foreign"_s << true << u"(unknown ca)"_s << u"its certificate is not accepted"_s;
    QTest::newRow("of another authority, though none is required")
        << u"foreign"_s << false << u"(unknown ca)"_s << u"its certificate is not accepted"_s;
    QTest::newRow("expired") << u"oldclient"_s << true << u"(certificate expired)"_s
                             << u"its certificate is not accepted"_s;
}

void TestTlsListener::refusesClients()
{
    QFETCH(const QString, certificate);
    QFETCH(const bool, isRequired);
    QFETCH(const QString, clientSays);
    QFETCH(const QString, logSays);
    listen(files(u"server"_s, u"ca"_s, isRequired));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the TLS handshake with .* failed: "_s +
                                                          QRegularExpression::escape(logSays)));
    DialOutcome outcome = dialTo(address(), client(certificate));
    // With TLS 1.3 the client is done before the daemon has judged.
    if (outcome.stream) {
        StreamRecorder recorder(outcome.stream.get());
        outcome.stream->setReading(true);
        outcome.stream->write("hello");
        QTRY_COMPARE(recorder.endCount(), 1);
        outcome.error = recorder.error;
        QCOMPARE(recorder.byteCount, qint64(0));
    }
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code(), ErrorCode::PermissionDenied);
    QVERIFY2(outcome.error->message().contains(clientSays), qPrintable(outcome.error->message()));
    QVERIFY2(outcome.error->message().contains(u"does not accept this client's certificate"_s),
             qPrintable(outcome.error->message()));
    QTRY_COMPARE(m_listener->handshakeCount(), qsizetype(0));
    QVERIFY(m_streams.empty());
}

void TestTlsListener::refusesPlainText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("frames") << QByteArray("\0\0\0\x05\x01", 5);
    QTest::newRow("JSON") << QByteArray("{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":1}\n");
    QTest::newRow("HTTP") << QByteArray("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("a lot") << QByteArray(200'000, 'x');
}

void TestTlsListener::refusesPlainText()
{
    QFETCH(const QByteArray, bytes);
    listen(files(u"server"_s));
    QTest::ignoreMessage(
        QtWarningMsg,
        QRegularExpression(u"failed: it sent plain text to a TLS port; a client must use tls://"_s));
    QTcpSocket peer;
    peer.connectToHost(u"127.0.0.1"_s, port());
    QTRY_COMPARE(peer.state(), QAbstractSocket::ConnectedState);
    peer.write(bytes);
    QTRY_COMPARE(peer.state(), QAbstractSocket::UnconnectedState);
    if (bytes.size() < 100'000)
        QCOMPARE(peer.readAll().toHex(), QByteArray("15030300020246")); // a fatal alert: protocol_version
    QTRY_COMPARE(m_listener->handshakeCount(), qsizetype(0));
    QVERIFY(m_streams.empty());
}

void TestTlsListener::dialsAPlainPort()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket *peer = server.nextPendingConnection();
        connect(peer, &QTcpSocket::readyRead, peer, [peer] {
            peer->write(QByteArray("\0\0\0\x08\x05 error!", 13)); // a daemon's refusal
            peer->disconnectFromHost();
        });
    });
    const DialOutcome outcome = dialTo(u"tls://127.0.0.1:%1"_s.arg(server.serverPort()), client());
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code(), ErrorCode::ProtocolMismatch);
    QVERIFY2(outcome.error->message().contains(u"use tcp:// instead of tls://"),
             qPrintable(outcome.error->message()));
}

void TestTlsListener::silentPeerIsGivenUp()
{
    listen(files(u"server"_s), {.handshakeTimeout = 50ms});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"failed: it was not done within 50 ms"_s));
    QTcpSocket peer;
    peer.connectToHost(u"127.0.0.1"_s, port());
    QTRY_COMPARE(peer.state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(peer.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_listener->handshakeCount(), qsizetype(0));
    // The same for one that begins and does not go on.
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"failed: it was not done within 50 ms"_s));
    peer.connectToHost(u"127.0.0.1"_s, port());
    QTRY_COMPARE(peer.state(), QAbstractSocket::ConnectedState);
    peer.write(QByteArray::fromHex("1603010200010001fc0303"));
    QTRY_COMPARE(peer.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_listener->handshakeCount(), qsizetype(0));
}

void TestTlsListener::oldestHandshakeGivesWay()
{
    listen(files(u"server"_s), {.maxHandshakes = 4, .handshakeTimeout = 60s});
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 4; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(u"127.0.0.1"_s, port());
        QTRY_COMPARE(m_listener->handshakeCount(), qsizetype(i + 1));
    }
    QTest::ignoreMessage(
        QtWarningMsg,
        QRegularExpression(u"is refused: 4 TLS handshakes are under way, and its is the oldest"_s));
    QVERIFY(dialTo(address(), client()).stream);
    QTRY_COMPARE(silent[0]->state(), QAbstractSocket::UnconnectedState);
    for (size_t i = 1; i < 4; ++i)
        QCOMPARE(silent[i]->state(), QAbstractSocket::ConnectedState);
}

void TestTlsListener::handshakesCountAsConnections()
{
    listen(files(u"server"_s), {.maxConnections = 2, .handshakeTimeout = 60s});
    const DialOutcome outcome = dialTo(address(), client());
    QVERIFY(outcome.stream);
    QTRY_COMPARE(m_streams.size(), size_t(1));
    QTcpSocket silent;
    silent.connectToHost(u"127.0.0.1"_s, port());
    QTRY_COMPARE(m_listener->handshakeCount(), qsizetype(1));
    QTest::ignoreMessage(
        QtWarningMsg,
        QRegularExpression(u"is refused: 1 TLS handshakes are under way, and its is the oldest"_s));
    const DialOutcome second = dialTo(address(), client());
    QVERIFY(second.stream);
    QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(m_streams.size(), size_t(2));
    QCOMPARE(m_listener->connectionCount(), 2);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"is refused: 2 remote connections are open"_s));
    QVERIFY(dialTo(address(), client()).error);
    QCOMPARE(m_streams.size(), size_t(2));
}

void TestTlsListener::silentServerIsGivenUp()
{
    QTcpServer server; // accepts in the kernel and says nothing
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const DialOutcome outcome = dialTo(u"tls://127.0.0.1:%1"_s.arg(server.serverPort()), client(), 100ms);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code(), ErrorCode::Timeout);
    QVERIFY2(outcome.error->message().contains(u"did not finish the TLS handshake in time"_s),
             qPrintable(outcome.error->message()));
}

void TestTlsListener::stopFinishesHandshakes()
{
    listen(files(u"server"_s));
    const QString before = address();
    QTcpSocket early; // a handshake under way when the listener stops
    early.connectToHost(u"127.0.0.1"_s, port());
    QTRY_COMPARE(m_listener->handshakeCount(), qsizetype(1));
    TcpDialer dialer(client());
    std::unique_ptr<Stream> stream;
    connect(&dialer, &Dialer::connected, this, [&] { stream = dialer.takeStream(); });
    dialer.dial(*Address::parse(before), 5s);
    QTRY_VERIFY(m_listener->handshakeCount() == 2 || stream);
    m_listener->stopAccepting();
    QTRY_VERIFY(stream);
    QTRY_COMPARE(m_streams.size(), size_t(1));
    QVERIFY(dialTo(before, client()).error);
}

void TestTlsListener::showsANewCertificate()
{
    QVERIFY(m_certificates.issue(u"renewed"_s, u"ca"_s, u"first"_s, u"IP:127.0.0.1"_s));
    listen(files(u"renewed"_s));
    const DialOutcome before = dialTo(address(), client());
    QVERIFY(before.stream);
    QCOMPARE(before.stream->certificateName(), u"first"_s);
    QVERIFY(m_certificates.issue(u"renewed"_s, u"ca"_s, u"second"_s, u"IP:127.0.0.1"_s));
    const DialOutcome after = dialTo(address(), client());
    QVERIFY(after.stream);
    QCOMPARE(after.stream->certificateName(), u"second"_s);
    // The connection that was there goes on.
    QTRY_COMPARE(m_streams.size(), size_t(2));
    StreamRecorder recorder(before.stream.get());
    before.stream->setReading(true);
    m_streams[0]->write("still here");
    QTRY_COMPARE(recorder.bytes, QByteArray("still here"));
}

QTEST_GUILESS_MAIN(TestTlsListener)
#include "tst_tlslistener.moc"
