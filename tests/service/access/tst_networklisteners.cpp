#include "dialing.h"
#include "freeport.h"
#include "streamrecorder.h"
#include "testcertificates.h"

#include <daemonrpc/handler/commandhandler.h>
#include <daemonrpc/instance/tokenfile.h>
#include <daemonrpc/server/server.h>
#include <daemonrpc/service/access/configuredaccess.h>
#include <daemonrpc/service/access/networklisteners.h>
#include <daemonrpc/wire/frame.h>
#include <daemonrpc/wire/versioncheck.h>

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;
using namespace Qt::StringLiterals;

class TestNetworkListeners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nothingByDefault();
    void refuses_data();
    void refuses();
    void listensAtBothPorts();
    void portThatIsTakenIsTriedAgain();
    void drainingServerFreesItsPorts();
    void successorGoesOnAtTheSameSocket();
    void successorServesTheQueue();
    void handshakeUnderWayIsServedBeforeTheEnd();
    void silentHandshakeIsNotWaitedForLong();
    void inheritedPortOfAnotherConfigurationIsClosed();
    void takesWhatTheEnvironmentSays_data();
    void takesWhatTheEnvironmentSays();

private:
    void useTls();

    [[nodiscard]] QByteArray token() const
    {
        return *TokenFile::read(m_configuration.access.controlTokenFile);
    }

    [[nodiscard]] QString address() const
    {
        return u"tcp://127.0.0.1:%1"_s.arg(m_configuration.sockets.tcpPort);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    ServiceConfiguration m_configuration;
};

void TestNetworkListeners::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_configuration = {};
    m_configuration.sockets.tcpPort = freePort();
    m_configuration.access.controlTokenFile = m_directory->filePath(u"token"_s);
    QVERIFY(TokenFile::create(m_configuration.access.controlTokenFile));
}

void TestNetworkListeners::useTls()
{
    const TestCertificates certificates(m_directory->path());
    QVERIFY(certificates.makeAuthority(u"ca"_s));
    QVERIFY(certificates.issue(u"server"_s, u"ca"_s));
    m_configuration.sockets.tlsPort = freePort();
    m_configuration.sockets.tlsCertificate = certificates.certificate(u"server"_s);
    m_configuration.sockets.tlsKey = certificates.key(u"server"_s);
}

void TestNetworkListeners::nothingByDefault()
{
    NetworkListeners listeners;
    QVERIFY(listeners.prepare(ServiceConfiguration()));
    QVERIFY(listeners.descriptors().isEmpty());
    QVERIFY(listeners.successorEnvironment().isEmpty());
    Server server{HandlerRegistry()};
    listeners.listen(server);
    QVERIFY(listeners.addresses().isEmpty());
}

void TestNetworkListeners::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("message");
    QTest::newRow("no token") << u"no token"_s << u"daemon-rpcd --make-token FILE"_s;
    QTest::newRow("token open to others") << u"open token"_s << u"is open to others"_s;
    QTest::newRow("token absent") << u"absent token"_s << u"cannot open the token file"_s;
    QTest::newRow("the network in plain text") << u"network"_s << u"sockets.tcp.allow_unencrypted_network"_s;
    QTest::newRow("everything in plain text")
        << u"everything"_s << u"refusing to listen at :: without encryption"_s;
    QTest::newRow("no address") << u"name"_s << u"\"localhost\": it is no address"_s;
    QTest::newRow("no certificate") << u"no certificate"_s << u"name it in sockets.tls.certificate"_s;
    QTest::newRow("certificate absent") << u"absent certificate"_s << u"cannot read the TLS certificate"_s;
    QTest::newRow("no authority") << u"no authority"_s << u"needs sockets.tls.client_ca"_s;
}

void TestNetworkListeners::refuses()
{
    QFETCH(const QString, what);
    QFETCH(const QString, message);
    ServiceConfiguration::Sockets &sockets = m_configuration.sockets;
    const QString tokenFile = m_configuration.access.controlTokenFile;
    if (what == u"no token")
        m_configuration.access.controlTokenFile.clear();
    else if (what == u"open token")
        QVERIFY(QFile::setPermissions(tokenFile, QFile::ReadOwner | QFile::ReadGroup));
    else if (what == u"absent token")
        QVERIFY(QFile::remove(tokenFile));
    else if (what == u"network")
        sockets.tcpAddress = u"192.0.2.1"_s;
    else if (what == u"everything")
        sockets.tcpAddress = u"::"_s;
    else if (what == u"name")
        sockets.tcpAddress = u"localhost"_s;
    else
        sockets.tlsPort = 1;
    if (what == u"absent certificate")
        sockets.tlsCertificate = sockets.tlsKey = m_directory->filePath(u"absent"_s);
    if (what == u"no authority") {
        sockets.tlsCertificate = sockets.tlsKey = tokenFile;
        sockets.tlsRequireClientCertificate = true;
    }
    NetworkListeners listeners;
    const Result<void> prepared = listeners.prepare(m_configuration);
    QVERIFY(!prepared);
    QVERIFY2(prepared.error().message().contains(message), qPrintable(prepared.error().message()));
}

void TestNetworkListeners::listensAtBothPorts()
{
    if (!TestCertificates::isPossible())
        QSKIP("the openssl program is not installed");
    useTls();
    NetworkListeners listeners;
    const Result<void> prepared = listeners.prepare(m_configuration);
    QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().message()));
    QCOMPARE(listeners.descriptors().size(), qsizetype(2));
    QVERIFY(dialTo(address()).error); // not before it is asked to
    Server server{HandlerRegistry()};
    server.setAccessPolicy(std::make_shared<ConfiguredAccess>(m_configuration));
    listeners.listen(server);
    const QString tls = u"tls://127.0.0.1:%1"_s.arg(m_configuration.sockets.tlsPort);
    QCOMPARE(listeners.addresses(), QStringList({address(), tls}));
    const auto first = dialAndWait(address());
    TlsClientFiles client;
    client.ca = m_directory->filePath(u"ca.pem"_s);
    const auto second = dialAndWait(tls, client);
    QVERIFY(first && second);
    QTRY_COMPARE(server.connections().count(), qsizetype(2));
}

void TestNetworkListeners::portThatIsTakenIsTriedAgain()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, m_configuration.sockets.tcpPort));
    NetworkListeners listeners;
    QVERIFY(listeners.prepare(m_configuration));
    Server server{HandlerRegistry()};
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(u"another process does already.*it is tried again"_s));
    listeners.listen(server);
    QVERIFY(listeners.addresses().isEmpty());
    other.close();
    QTRY_COMPARE(listeners.addresses(), QStringList(address()));
}

void TestNetworkListeners::drainingServerFreesItsPorts()
{
    NetworkListeners listeners;
    QVERIFY(listeners.prepare(m_configuration));
    Server server{HandlerRegistry()};
    server.setAccessPolicy(std::make_shared<ConfiguredAccess>(m_configuration));
    listeners.listen(server);
    const auto stream = dialAndWait(address()); // not accepted yet, perhaps
    QVERIFY(stream);
    server.drain();
    QVERIFY(listeners.addresses().isEmpty());
    QVERIFY(TcpListener::bind(u"127.0.0.1"_s, m_configuration.sockets.tcpPort));
    StreamRecorder recorder(stream.get());
    stream->setReading(true);
    stream->write("\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\"}\n");
    QTRY_VERIFY(recorder.byteCount > 0 || recorder.endCount() > 0); // it is answered, not forgotten
}

void TestNetworkListeners::successorGoesOnAtTheSameSocket()
{
    NetworkListeners first;
    QVERIFY(first.prepare(m_configuration));
    Server firstServer{HandlerRegistry()};
    first.listen(firstServer);
    QCOMPARE(first.descriptors().size(), qsizetype(1));
    // What a process inherits, within one process.
    const int inherited = ::dup(first.descriptors().constFirst());
    QVERIFY(first.successorEnvironment().constFirst().endsWith(
        '=' + QByteArray::number(first.descriptors().constFirst())));
    NetworkListeners second(QList<int>{inherited});
    QVERIFY(second.prepare(m_configuration));
    QCOMPARE(second.descriptors(), QList<int>{inherited});
    Server secondServer{HandlerRegistry()};
    secondServer.setAccessPolicy(std::make_shared<ConfiguredAccess>(m_configuration));
    second.listen(secondServer);
    QCOMPARE(second.addresses(), QStringList(address()));
    firstServer.drain();
    const auto stream = dialAndWait(address());
    QVERIFY(stream);
    QTRY_COMPARE(secondServer.connections().count(), qsizetype(1));
}

void TestNetworkListeners::successorServesTheQueue()
{
    NetworkListeners first;
    QVERIFY(first.prepare(m_configuration));
    Server firstServer{HandlerRegistry()};
    firstServer.setAccessPolicy(std::make_shared<ConfiguredAccess>(m_configuration));
    first.listen(firstServer);
    NetworkListeners second(QList<int>{::dup(first.descriptors().constFirst())});
    QVERIFY(second.prepare(m_configuration));
    QTcpSocket waiting; // in the kernel's queue: the event loop has not run since
    waiting.connectToHost(u"127.0.0.1"_s, m_configuration.sockets.tcpPort);
    QVERIFY(waiting.waitForConnected());
    firstServer.leaveToSuccessor(nullptr);
    QVERIFY(first.addresses().isEmpty());
    QCOMPARE(firstServer.connections().acceptedCount(), quint64(0));
    Server secondServer{HandlerRegistry()};
    secondServer.setAccessPolicy(std::make_shared<ConfiguredAccess>(m_configuration));
    second.listen(secondServer);
    QTRY_COMPARE(secondServer.connections().count(), qsizetype(1));
    QCOMPARE(waiting.state(), QAbstractSocket::ConnectedState);
}

namespace {

/// A server at a TLS port, and a peer that has been accepted there and has not begun its handshake.
struct PeerBeforeItsHandshake
{
    PeerBeforeItsHandshake(const ServiceConfiguration &configuration, const QString &ca, const Limits &limits)
        : server(handlers(), limits)
    {
        QVERIFY(listeners.prepare(configuration));
        server.setAccessPolicy(std::make_shared<ConfiguredAccess>(configuration));
        listeners.listen(server);
        peer.connectToHost(u"127.0.0.1"_s, configuration.sockets.tlsPort);
        QVERIFY(peer.waitForConnected());
        // Accepted in the order of arrival.
        TlsClientFiles client;
        client.ca = ca;
        auto later = dialAndWait(u"tls://127.0.0.1:%1"_s.arg(configuration.sockets.tlsPort), client);
        QTRY_COMPARE(server.connections().count(), qsizetype(1));
        later.reset();
        QTRY_COMPARE(server.connections().count(), qsizetype(0));
    }

    static HandlerRegistry handlers()
    {
        HandlerRegistry registry;
        registry.add("hello", std::make_unique<FunctionHandler>(
                                  [](RequestContext &context) -> std::unique_ptr<Execution> {
                                      context.write("served\n");
                                      context.finish(0);
                                      return nullptr;
                                  }));
        return registry;
    }

    NetworkListeners listeners;
    Server server;
    QSignalSpy drained{&server, &Server::drained};
    QSslSocket peer;
};

} // namespace

void TestNetworkListeners::handshakeUnderWayIsServedBeforeTheEnd()
{
    if (!TestCertificates::isPossible())
        QSKIP("the openssl program is not installed");
    useTls();
    m_configuration.access.remoteCommands = {"hello"};
    PeerBeforeItsHandshake old(m_configuration, m_directory->filePath(u"ca.pem"_s), Limits());
    old.server.leaveToSuccessor(nullptr);
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(old.drained.count(), 0);
    old.peer.setPeerVerifyMode(QSslSocket::VerifyNone);
    old.peer.startClientEncryption();
    QTRY_VERIFY(old.peer.isEncrypted());
    VersionCheck version;
    version.token = token();
    old.peer.write(encodeFrame(FrameType::VersionCheck, version.encode()));
    QTRY_COMPARE(old.server.connections().count(), qsizetype(1));
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(old.drained.count(), 0); // it has not asked yet
    old.peer.write(encodeFrame(FrameType::Command, Command({"hello"}).encode()));
    QByteArray answer;
    QTRY_VERIFY((answer += old.peer.readAll()).contains("served\n"));
    QTRY_COMPARE(old.drained.count(), 1);
}

void TestNetworkListeners::silentHandshakeIsNotWaitedForLong()
{
    if (!TestCertificates::isPossible())
        QSKIP("the openssl program is not installed");
    useTls();
    m_configuration.sockets.remoteHandshakeTimeout = std::chrono::minutes(10);
    Limits limits;
    limits.handshakeTimeout = std::chrono::milliseconds(100);
    PeerBeforeItsHandshake old(m_configuration, m_directory->filePath(u"ca.pem"_s), limits);
    old.server.leaveToSuccessor(nullptr);
    QTRY_COMPARE(old.drained.count(), 1);
    QCOMPARE(old.peer.state(), QAbstractSocket::ConnectedState);
}

void TestNetworkListeners::inheritedPortOfAnotherConfigurationIsClosed()
{
    Result<FileDescriptor> old = TcpListener::bind(u"127.0.0.1"_s, m_configuration.sockets.tcpPort);
    QVERIFY(old);
    const quint16 before = m_configuration.sockets.tcpPort;
    m_configuration.sockets.tcpPort = freePort();
    NetworkListeners listeners(QList<int>{old->release()});
    QVERIFY(listeners.prepare(m_configuration));
    QVERIFY(TcpListener::bind(u"127.0.0.1"_s, before));
}

void TestNetworkListeners::takesWhatTheEnvironmentSays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<int>>("descriptors");
    QTest::newRow("nothing") << QByteArray() << QList<int>();
    QTest::newRow("two") << QByteArray("7:12") << QList<int>{7, 12};
    QTest::newRow("standard streams") << QByteArray("0:1:2:3") << QList<int>{3};
    QTest::newRow("twice") << QByteArray("7:7") << QList<int>{7};
    QTest::newRow("nonsense") << QByteArray("x:-1::9z:8") << QList<int>{8};
}

void TestNetworkListeners::takesWhatTheEnvironmentSays()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QList<int>, descriptors);
    QCOMPARE(NetworkListeners::parseInherited(text), descriptors);
}

QTEST_GUILESS_MAIN(TestNetworkListeners)
#include "tst_networklisteners.moc"
