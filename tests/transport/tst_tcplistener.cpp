#include "dialing.h"
#include "errorargument.h"
#include "nomoredescriptors.h"
#include "streamrecorder.h"

#include <daemonrpc/transport/tcp/tcplistener.h>
#include <daemonrpc/transport/tcp/tcpstream.h>

#include <QHostAddress>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;
using namespace Qt::StringLiterals;

class TestTcpListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhereThePeerIs();
    void listensAtIpv6();
    void dualStackShowsIpv4AsSuch();
    void refusesToBind_data();
    void refusesToBind();
    void setsOptions();
    void closedPeerDoesNotRead();
    void closesWhatIsOverTheLimit();
    void limitsAnAddress();
    void survivesExhaustedDescriptors();
    void takesMoreThanATurnful();
    void stopHandsOutThoseInTheQueue();
    void stopLeavesASharedSocketAlone();

private:
    void listen(const QString &address = u"127.0.0.1"_s, const TcpListenerLimits &limits = {});
    // Connected, and perhaps closed again; nothing read or written.
    void connectPeer();
    [[nodiscard]] quint16 port() const;

    std::unique_ptr<TcpListener> m_listener;
    std::vector<std::unique_ptr<QTcpSocket>> m_peers;
    std::vector<std::unique_ptr<Stream>> m_streams;
};

void TestTcpListener::listen(const QString &address, const TcpListenerLimits &limits)
{
    Result<FileDescriptor> socket = TcpListener::bind(address, 0);
    if (!socket)
        QSKIP(qPrintable(socket.error().message()));
    m_listener = std::make_unique<TcpListener>(std::move(*socket), nullptr, limits);
    connect(m_listener.get(), &Listener::streamAvailable, this, [this] {
        while (std::unique_ptr<Stream> stream = m_listener->nextStream())
            m_streams.push_back(std::move(stream));
    });
}

void TestTcpListener::init() { listen(); }

void TestTcpListener::cleanup()
{
    m_streams.clear();
    m_listener.reset();
    m_peers.clear();
}

quint16 TestTcpListener::port() const
{
    return static_cast<quint16>(m_listener->localAddress().section(u':', -1).toUInt());
}

void TestTcpListener::connectPeer()
{
    auto peer = std::make_unique<QTcpSocket>();
    peer->connectToHost(QHostAddress(QHostAddress::LocalHost), port());
    QVERIFY(peer->waitForConnected());
    m_peers.push_back(std::move(peer));
}

void TestTcpListener::tellsWhereThePeerIs()
{
    connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(1));
    QCOMPARE(m_streams[0]->remoteAddress(), u"127.0.0.1:%1"_s.arg(m_peers[0]->localPort()));
    QVERIFY(!m_streams[0]->peer());
    QVERIFY(m_streams[0]->certificateName().isEmpty());
    // A peer that is gone already is remote all the same.
    connectPeer();
    m_peers.back()->abort();
    QTRY_COMPARE(m_streams.size(), size_t(2));
    QVERIFY(!m_streams[1]->remoteAddress().isEmpty());
}

void TestTcpListener::listensAtIpv6()
{
    listen(u"::1"_s);
    QVERIFY(m_listener->localAddress().startsWith(u"[::1]:"));
    const std::unique_ptr<Stream> dialled = dialAndWait(u"tcp://"_s + m_listener->localAddress());
    QVERIFY(dialled);
    QCOMPARE(dialled->remoteAddress(), m_listener->localAddress());
    QTRY_COMPARE(m_streams.size(), size_t(1));
    QVERIFY(m_streams[0]->remoteAddress().startsWith(u"[::1]:"));
}

void TestTcpListener::dualStackShowsIpv4AsSuch()
{
    listen(u"::"_s);
    connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(1));
    QVERIFY2(m_streams[0]->remoteAddress().startsWith(u"127.0.0.1:"),
             qPrintable(m_streams[0]->remoteAddress()));
}

void TestTcpListener::refusesToBind_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("a name") << u"localhost"_s << ErrorCode::InvalidArgument
                            << u"\"localhost\": it is no address"_s;
    QTest::newRow("nothing") << QString() << ErrorCode::InvalidArgument << u"it is no address"_s;
    QTest::newRow("not ours") << u"192.0.2.1"_s << ErrorCode::IoError << u"cannot listen at 192.0.2.1:"_s;
    QTest::newRow("taken") << u"127.0.0.1"_s << ErrorCode::AlreadyRunning
                           << u"another process does already"_s;
}

void TestTcpListener::refusesToBind()
{
    QFETCH(const QString, address);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, message);
    const Result<FileDescriptor> socket = TcpListener::bind(address, port());
    QVERIFY(!socket);
    QCOMPARE(socket.error().code(), code);
    QVERIFY2(socket.error().message().contains(message), qPrintable(socket.error().message()));
}

void TestTcpListener::setsOptions()
{
    connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(1));
    const int descriptor = static_cast<TcpStream *>(m_streams[0].get())->descriptor();
    const auto option = [descriptor](int level, int name) {
        int value = -1;
        socklen_t length = sizeof value;
        return ::getsockopt(descriptor, level, name, &value, &length) == 0 ? value : -1;
    };
    QVERIFY(option(IPPROTO_TCP, TCP_NODELAY) > 0);
    QVERIFY(option(SOL_SOCKET, SO_KEEPALIVE) > 0);
    QCOMPARE(option(IPPROTO_TCP, TCP_KEEPIDLE), 60);
    QCOMPARE(option(IPPROTO_TCP, TCP_NOTSENT_LOWAT), 128 * 1024);
}

void TestTcpListener::closedPeerDoesNotRead()
{
    connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(1));
    StreamRecorder recorder(m_streams[0].get());
    m_streams[0]->setReading(true);
    m_peers.back()->disconnectFromHost();
    QTRY_COMPARE(recorder.endedCount, 1);
    QVERIFY(!m_streams[0]->isPeerReading());
}

void TestTcpListener::closesWhatIsOverTheLimit()
{
    listen(u"127.0.0.1"_s, {.maxConnections = 3});
    for (int i = 0; i < 3; ++i)
        connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(3));
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(u"a connection from \"?127.0.0.1:.* is refused: 3 remote"_s));
    connectPeer();
    QTRY_COMPARE(m_peers.back()->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_streams.size(), size_t(3));
    // Room again as soon as one is gone.
    m_streams.pop_back();
    QCOMPARE(m_listener->connectionCount(), 2);
    connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(3));
}

void TestTcpListener::limitsAnAddress()
{
    listen(u"::"_s, {.connectionsPerMinute = 50}); // 5 at once
    if (!m_listener->localAddress().startsWith(u"[::]"))
        return; // skipped
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(u"is refused: its address may make 50 connections a minute"_s));
    for (int i = 0; i < 5; ++i)
        connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(5));
    // A machine has sixteen million of these.
    QTcpSocket same;
    QVERIFY(same.bind(QHostAddress(u"127.0.0.2"_s)));
    same.connectToHost(QHostAddress(QHostAddress::LocalHost), port());
    QVERIFY(same.waitForConnected());
    QTRY_COMPARE(same.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_streams.size(), size_t(5));
    // Another address has a bucket of its own.
    QTcpSocket other;
    other.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), port());
    QTRY_COMPARE(m_streams.size(), size_t(6));
    m_listener->setLimits({.connectionsPerMinute = 0});
    for (int i = 0; i < 20; ++i)
        connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(26));
}

void TestTcpListener::survivesExhaustedDescriptors()
{
    QSignalSpy starved(m_listener.get(), &Listener::starved);
    connectPeer(); // still in the kernel's queue
    {
        const NoMoreDescriptors none;
        QTRY_COMPARE(starved.count(), 1);
        QCOMPARE(errorArgument(starved).code(), ErrorCode::ResourceExhausted);
        QVERIFY(m_streams.empty());
    }
    QTRY_COMPARE(m_streams.size(), size_t(1));
    connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(2));
    QCOMPARE(starved.count(), 1);
}

void TestTcpListener::takesMoreThanATurnful()
{
    m_listener->disconnect(this);
    // As Server does: some, and on with the next turn.
    connect(m_listener.get(), &Listener::streamAvailable, this, [this] {
        if (std::unique_ptr<Stream> stream = m_listener->nextStream())
            m_streams.push_back(std::move(stream));
    });
    for (int i = 0; i < 60; ++i)
        connectPeer();
    QTRY_COMPARE(m_streams.size(), size_t(60));
}

void TestTcpListener::stopHandsOutThoseInTheQueue()
{
    for (int i = 0; i < 40; ++i)
        connectPeer();
    QVERIFY(m_streams.empty());
    const quint16 before = port();
    m_listener->stopAccepting();
    QVERIFY(m_listener->localAddress().isEmpty());
    while (std::unique_ptr<Stream> stream = m_listener->nextStream())
        m_streams.push_back(std::move(stream));
    QCOMPARE(m_streams.size(), size_t(40));
    // The next daemon can have the port at once, though connections are open on it.
    QVERIFY(TcpListener::bind(u"127.0.0.1"_s, before));
}

void TestTcpListener::stopLeavesASharedSocketAlone()
{
    const quint16 before = port();
    QVERIFY(TcpListener::listensAt(m_listener->descriptor(), u"127.0.0.1"_s, before));
    QVERIFY(!TcpListener::listensAt(m_listener->descriptor(), u"127.0.0.2"_s, before));
    QVERIFY(!TcpListener::listensAt(m_listener->descriptor(), u"127.0.0.1"_s, before + 1));
    TcpListener successor(FileDescriptor(::dup(m_listener->descriptor())));
    connectPeer();
    m_listener->stopAccepting();
    while (std::unique_ptr<Stream> stream = m_listener->nextStream())
        m_streams.push_back(std::move(stream));
    QCOMPARE(m_streams.size(), size_t(1));
    QTcpSocket late;
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), before);
    QSignalSpy available(&successor, &Listener::streamAvailable);
    QTRY_VERIFY(available.count() > 0);
    QVERIFY(successor.nextStream());
}

QTEST_GUILESS_MAIN(TestTcpListener)
#include "tst_tcplistener.moc"
