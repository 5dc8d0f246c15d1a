#include "dialing.h"
#include "freeport.h"
#include "streamrecorder.h"
#include "testcertificates.h"

#include <daemonrpc/instance/tokenfile.h>
#include <daemonrpc/server/server.h>
#include <daemonrpc/service/access/configuredaccess.h>
#include <daemonrpc/service/access/networklisteners.h>

#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
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
    void inheritedPortOfAnotherConfigurationIsClosed();
    void takesWhatTheEnvironmentSays_data();
    void takesWhatTheEnvironmentSays();

private:
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
    const TestCertificates certificates(m_directory->path());
    QVERIFY(certificates.makeAuthority(u"ca"_s));
    QVERIFY(certificates.issue(u"server"_s, u"ca"_s));
    m_configuration.sockets.tlsPort = freePort();
    m_configuration.sockets.tlsCertificate = certificates.certificate(u"server"_s);
    m_configuration.sockets.tlsKey = certificates.key(u"server"_s);
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
    client.ca = certificates.certificate(u"ca"_s);
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
