#include "httptesting.h"

#include <daemonrpc/service/http/httpport.h>

#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <vector>

using namespace DaemonRpc;
using namespace HttpTesting;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_HttpPort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answers_data();
    void answers();
    void notFromOutside();
    void onlyHttp();
    void otherNames();
    void needsNoToken();
    void closedAndMoved();
    void takenPort();
    void connectionsAreBounded();
    void vanishingPeers();

private:
    /// A port that was free a moment ago.
    [[nodiscard]] static quint16 freePort();
    [[nodiscard]] static QList<Answer> ask(quint16 port, const QByteArray &bytes,
                                           const QHostAddress &address = QHostAddress::LocalHost);

    std::shared_ptr<HttpSite> m_site;
};

static const QByteArray request = "GET /page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

void tst_HttpPort::init()
{
    m_site = std::make_shared<HttpSite>();
    m_site->add("/page", [] { return HttpResponse::text(200, u"page"_s); });
}

quint16 tst_HttpPort::freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

/// What the port says until it closes.
QList<Answer> tst_HttpPort::ask(quint16 port, const QByteArray &bytes, const QHostAddress &address)
{
    QTcpSocket socket;
    QByteArray received;
    connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    socket.connectToHost(address, port);
    socket.write(bytes);
    static_cast<void>(QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }));
    received += socket.readAll();
    return answersIn(received);
}

void tst_HttpPort::answers_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
}

void tst_HttpPort::answers()
{
    QFETCH(const QHostAddress, address);
    if (QTcpServer probe; !probe.listen(address))
        QSKIP("this machine has no such address");
    HttpPort port(m_site);
    QVERIFY(!port.isListening());
    port.open(freePort());
    QVERIFY(port.isListening());
    const QList<Answer> answers = ask(port.port(), request, address);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers[0].status, 200);
    QCOMPARE(answers[0].body, QByteArray("page\n"));
    QTRY_COMPARE(port.connectionCount(), size_t(0));
}

void tst_HttpPort::notFromOutside()
{
    HttpPort port(m_site);
    port.open(freePort());
    // Any other address of this machine: 127.0.0.2 is one, and stands for those of its network.
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(u"127.0.0.2"_s), port.port());
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

void tst_HttpPort::onlyHttp()
{
    HttpPort port(m_site);
    port.open(freePort());
    for (const QByteArray &bytes :
         {QByteArray("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"id\":1}\r\n\r\n"),
          QByteArray("\0\0\0\x10\x01\0\0\0\r\n\r\n", 12), QByteArray("Content-Length: 2\r\n\r\n{}")}) {
        const QList<Answer> answers = ask(port.port(), bytes);
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers[0].status, 400);
    }
}

void tst_HttpPort::otherNames()
{
    HttpPort port(m_site);
    port.open(freePort());
    const QList<Answer> answers =
        ask(port.port(), "GET /page HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n");
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers[0].status, 421);
}

void tst_HttpPort::needsNoToken()
{
    HttpPort port(m_site);
    port.open(freePort());
    const QList<Answer> answers =
        ask(port.port(),
            "GET /page HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\nConnection: close\r\n\r\n");
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers[0].status, 200);
}

void tst_HttpPort::closedAndMoved()
{
    HttpPort port(m_site);
    const quint16 first = freePort();
    port.open(first);
    QCOMPARE(ask(first, request).size(), 1);
    port.open(0);
    QVERIFY(!port.isListening());
    QCOMPARE(ask(first, request).size(), 0);
    port.open(first);
    QCOMPARE(ask(first, request).size(), 1);
    const quint16 second = freePort();
    port.open(second);
    QCOMPARE(ask(first, request).size(), 0);
    QCOMPARE(ask(second, request).size(), 1);
}

void tst_HttpPort::takenPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QTcpServer otherIPv6;
    static_cast<void>(otherIPv6.listen(QHostAddress::LocalHostIPv6, other.serverPort()));
    const quint16 taken = other.serverPort();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot listen at port .* health.http_port"_s));
    HttpPort port(m_site);
    port.open(taken);
    QVERIFY(!port.isListening());
    other.close();
    otherIPv6.close();
    QTRY_VERIFY(port.isListening()); // by itself
    QCOMPARE(ask(taken, request).size(), 1);
}

void tst_HttpPort::connectionsAreBounded()
{
    HttpPort port(m_site);
    port.open(freePort());
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (size_t i = 0; i < HttpPort::maxConnections + 20; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(QHostAddress::LocalHost, port.port());
        sockets.back()->write("GET /pa");
    }
    QTRY_COMPARE(port.connectionCount(), HttpPort::maxConnections);
    QCOMPARE(ask(port.port(), request).size(), 1); // and still serves
    QVERIFY(port.connectionCount() <= HttpPort::maxConnections);
    sockets.clear();
    QTRY_COMPARE(port.connectionCount(), size_t(0));
}

void tst_HttpPort::vanishingPeers()
{
    HttpPort port(m_site);
    port.open(freePort());
    for (int i = 0; i < 50; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port.port());
        socket.write("GET /page HTTP/1.1\r\nHo");
        QTRY_COMPARE(socket.bytesToWrite(), 0);
        socket.abort();
    }
    QTRY_COMPARE(port.connectionCount(), size_t(0));
    QCOMPARE(ask(port.port(), request).size(), 1);
}

QTEST_GUILESS_MAIN(tst_HttpPort)
#include "tst_httpport.moc"
