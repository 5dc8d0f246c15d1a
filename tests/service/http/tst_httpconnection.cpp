#include "httptesting.h"
#include "tests/shared/errorargument.h"
#include "tests/shared/streamrecorder.h"

#include <daemonrpc/service/http/httpconnection.h>
#include <daemonrpc/transport/memory/memorystream.h>

#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Testing;
using namespace HttpTesting;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_HttpConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answers();
    void headHasNoBody();
    void splitAtEachByte();
    void keepsAlive();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void pipelined();
    void problemEndsTheConnection_data();
    void problemEndsTheConnection();
    void restIsReadAfterAProblem();
    void lingersForAWhileOnly();
    void slowRequest();
    void slowSecondRequest();
    void idle();
    void refused_data();
    void refused();
    void halfClosed();
    void peerGone();
    void peerGoneInTheMiddle();
    void slowReader();
    void stalledReader();
    void manyRequests();
    void token_data();
    void token();
    void tokenOfNoUse();
    void tooManyTokens();
    void tokenWithEachRequest();
    void localNames_data();
    void localNames();
    void destroyedWhileBusy();

private:
    void open(Role role = Role::Control, QByteArrayView firstBytes = {});

    void ask(const QByteArray &bytes) const { m_client->write(bytes); }

    [[nodiscard]] QList<Answer> received() const { return answersIn(m_recorder->bytes); }

    std::shared_ptr<HttpSite> m_site;
    HttpConnection::Limits m_limits;
    QStringList m_counted;
    QByteArray m_page;
    std::unique_ptr<FakeLink> m_link;
    std::unique_ptr<MemoryStream> m_client;
    std::unique_ptr<StreamRecorder> m_recorder;
    std::unique_ptr<HttpConnection> m_connection;
    std::unique_ptr<QSignalSpy> m_asked;
    std::unique_ptr<QSignalSpy> m_violated;
    std::unique_ptr<QSignalSpy> m_closed;
    std::unique_ptr<QSignalSpy> m_peerGone;
};

static QByteArray get(const QByteArray &path, const QByteArray &more = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

void tst_HttpConnection::init()
{
    m_limits = {};
    m_counted.clear();
    m_page = "page\n";
    m_site = std::make_shared<HttpSite>();
    m_site->add("/page", [this] {
        HttpResponse response;
        response.body = m_page;
        return response;
    });
    m_site->setObserver(
        [this](const QString &path, int status) { m_counted.append(u"%1 %2"_s.arg(path).arg(status)); });
}

void tst_HttpConnection::cleanup()
{
    m_connection.reset();
    m_recorder.reset();
    m_client.reset();
    m_link.reset();
}

void tst_HttpConnection::open(Role role, QByteArrayView firstBytes)
{
    m_link = std::make_unique<FakeLink>(role);
    auto [client, server] = MemoryStream::makePair();
    m_client = std::move(client);
    m_recorder = std::make_unique<StreamRecorder>(m_client.get());
    m_client->setReading(true);
    m_connection = std::make_unique<HttpConnection>(std::move(server), *m_link, m_site, m_limits);
    m_asked = std::make_unique<QSignalSpy>(m_connection.get(), &DialectConnection::asked);
    m_violated = std::make_unique<QSignalSpy>(m_connection.get(), &DialectConnection::violated);
    m_closed = std::make_unique<QSignalSpy>(m_connection.get(), &DialectConnection::closed);
    m_peerGone = std::make_unique<QSignalSpy>(m_connection.get(), &DialectConnection::peerGone);
    m_connection->start(firstBytes);
}

void tst_HttpConnection::answers()
{
    open(Role::ReadOnly, get("/page"));
    QTRY_COMPARE(received().size(), 1);
    QCOMPARE(received()[0].status, 200);
    QCOMPARE(received()[0].body, m_page);
    QCOMPARE(received()[0].field("Connection"), QByteArray("keep-alive"));
    QCOMPARE(m_asked->count(), 1);
    ask(get("/nothing"));
    QTRY_COMPARE(received().size(), 2);
    QCOMPARE(received()[1].status, 404);
    QCOMPARE(m_asked->count(), 1);
    QCOMPARE(m_counted, (QStringList{u"/page 200"_s, u"other 404"_s}));
    QCOMPARE(m_connection->bytesReceived(), get("/page").size() + get("/nothing").size());
    QCOMPARE(m_connection->bytesSent(), m_recorder->bytes.size());
    QVERIFY(m_connection->isIdle());
}

void tst_HttpConnection::headHasNoBody()
{
    open();
    ask("HEAD /page HTTP/1.1\r\nHost: x\r\n\r\n");
    ask("HEAD /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(answersIn(m_recorder->bytes, true).size(), 2);
    const QList<Answer> heads = answersIn(m_recorder->bytes, true);
    QCOMPARE(heads[0].status, 200);
    QCOMPARE(heads[0].field("Content-Length"), QByteArray::number(m_page.size()));
    QCOMPARE(heads[1].status, 404);
    QVERIFY(m_recorder->bytes.endsWith("\r\n\r\n"));
}

void tst_HttpConnection::splitAtEachByte()
{
    const QByteArray request = get("/page", "Connection: close\r\n");
    for (qsizetype at = 1; at < request.size(); ++at) {
        open(Role::Control, request.first(at));
        QCoreApplication::processEvents();
        QVERIFY(m_recorder->bytes.isEmpty());
        ask(request.sliced(at));
        QTRY_COMPARE(m_closed->count(), 1);
        QTRY_COMPARE(received().size(), 1);
        QVERIFY2(received()[0].status == 200, QByteArray::number(at));
        cleanup();
    }
}

void tst_HttpConnection::keepsAlive()
{
    m_limits.maxRequests = 3;
    open();
    for (int i = 1; i <= 3; ++i) {
        ask(get("/page"));
        QTRY_COMPARE(received().size(), i);
        QCOMPARE(m_connection->requestCount(), static_cast<quint64>(i));
        QCOMPARE(received()[i - 1].field("Connection"),
                 i < 3 ? QByteArray("keep-alive") : QByteArray("close"));
    }
    QTRY_COMPARE(m_closed->count(), 1);
}

void tst_HttpConnection::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closes");
    QTest::newRow("close") << get("/page", "Connection: close\r\n") << true;
    QTest::newRow("1.0") << QByteArray("GET /page HTTP/1.0\r\n\r\n") << true;
    QTest::newRow("1.0, kept alive") << QByteArray("GET /page HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                                     << false;
    QTest::newRow("1.1") << get("/page") << false;
    QTest::newRow("another method") << QByteArray("DELETE /page HTTP/1.1\r\nHost: x\r\n\r\n") << false;
}

void tst_HttpConnection::closesWhenAsked()
{
    QFETCH(const QByteArray, request);
    QFETCH(const bool, closes);
    open();
    ask(request);
    QTRY_COMPARE(received().size(), 1);
    QCOMPARE(received()[0].field("Connection"), closes ? QByteArray("close") : QByteArray("keep-alive"));
    if (closes) {
        QTRY_COMPARE(m_closed->count(), 1);
    } else {
        ask(get("/page", "Connection: close\r\n"));
        QTRY_COMPARE(received().size(), 2);
    }
    QCOMPARE(m_peerGone->count(), 0);
}

void tst_HttpConnection::pipelined()
{
    open();
    QByteArray requests;
    for (int i = 0; i < 200; ++i)
        requests += get(i % 2 == 0 ? "/page" : "/no");
    ask(requests);
    QTRY_COMPARE(received().size(), 200);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(received()[i].status, i % 2 == 0 ? 200 : 404);
    QVERIFY(m_connection->isIdle());
    ask(get("/page"));
    QTRY_COMPARE(received().size(), 201);
}

void tst_HttpConnection::problemEndsTheConnection_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("nonsense") << QByteArray("GET\x01 /\r\n\r\n") << 400;
    QTest::newRow("preface of HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
    QTest::newRow("body") << get("/page", "Content-Length: 4\r\n") + "body" << 413;
    QTest::newRow("POST with a body")
        << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx") << 405;
    QTest::newRow("long header") << get("/page", "X: " + QByteArray(20000, 'x') + "\r\n") << 431;
    QTest::newRow("NUL") << QByteArray("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 29) << 400;
}

void tst_HttpConnection::problemEndsTheConnection()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    open();
    ask(get("/page") + request + get("/page"));
    QTRY_COMPARE(received().size(), 2);
    QCOMPARE(received()[0].status, 200);
    QCOMPARE(received()[1].status, status);
    QCOMPARE(received()[1].field("Connection"), QByteArray("close"));
    QCOMPARE(received()[1].field("Allow"), status == 405 ? QByteArray("GET, HEAD") : QByteArray());
    QCOMPARE(m_violated->count(), 1);
    QCOMPARE(errorArgument(*m_violated).code(), ErrorCode::ProtocolViolation);
    QCOMPARE(m_counted.constLast(), u"other %1"_s.arg(status));
    m_client->closeWhenSent();
    QTRY_COMPARE(m_closed->count() + m_peerGone->count(), 1);
    QCOMPARE(received().size(), 2);
}

// A peer that is still sending reads why it was refused, instead of a reset.
void tst_HttpConnection::restIsReadAfterAProblem()
{
    m_limits.lingerTime = 1h;
    open();
    ask(get("/page", "Content-Length: 3000000\r\n"));
    QTRY_COMPARE(received().size(), 1);
    ask(QByteArray(3'000'000, 'x'));
    QTRY_COMPARE(m_client->bytesPending(), 0);
    QTRY_COMPARE(m_connection->bytesReceived(),
                 3'000'000 + get("/page", "Content-Length: 3000000\r\n").size());
    QCOMPARE(m_closed->count(), 0);
    m_client.reset();
    QTRY_COMPARE(m_closed->count() + m_peerGone->count(), 1);
}

void tst_HttpConnection::lingersForAWhileOnly()
{
    m_limits.lingerTime = 20ms;
    open();
    ask("nonsense\r\n\r\n");
    QTRY_COMPARE(m_closed->count(), 1);
    QCOMPARE(received()[0].status, 400);
}

// Single bytes, each of them in time, do not make a request endless.
void tst_HttpConnection::slowRequest()
{
    m_limits.requestTime = 100ms;
    m_limits.lingerTime = 0ms;
    open();
    QTimer drip;
    connect(&drip, &QTimer::timeout, m_client.get(), [this] { ask("a"); });
    ask("GET /");
    drip.start(5ms);
    QTRY_COMPARE(m_closed->count(), 1);
    QCOMPARE(received().size(), 1);
    QCOMPARE(received()[0].status, 408);
    QVERIFY(m_connection->bytesReceived() > 6);
    QCOMPARE(m_counted, QStringList{u"other 408"_s});
}

void tst_HttpConnection::slowSecondRequest()
{
    m_limits.requestTime = 50ms;
    m_limits.idleTime = 1h;
    m_limits.lingerTime = 0ms;
    open();
    ask(get("/page") + "G");
    QTRY_COMPARE(m_closed->count(), 1);
    QCOMPARE(received().size(), 2);
    QCOMPARE(received()[1].status, 408);
}

void tst_HttpConnection::idle()
{
    m_limits.requestTime = 1h;
    m_limits.idleTime = 30ms;
    open();
    ask(get("/page"));
    QTRY_COMPARE(m_closed->count(), 1);
    QCOMPARE(received().size(), 1); // without a word
    QCOMPARE(received()[0].status, 200);
}

void tst_HttpConnection::refused_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("status");
    QTest::newRow("handshake") << ErrorCode::Timeout << 408;
    QTest::newRow("too many") << ErrorCode::TooManyConnections << 503;
}

void tst_HttpConnection::refused()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const int, status);
    m_limits.lingerTime = 0ms;
    open(Role::Control, "GET /pa");
    m_connection->refuse(Error(code, u"the reason"_s));
    m_connection->refuse(Error(code, u"once more"_s));
    QTRY_COMPARE(m_closed->count(), 1);
    QTRY_COMPARE(received().size(), 1);
    QCOMPARE(received()[0].status, status);
    QCOMPARE(received()[0].body, QByteArray("the reason\n"));
}

// printf 'GET …' | nc -U -N: the peer has said all and waits.
void tst_HttpConnection::halfClosed()
{
    open();
    ask(get("/page"));
    m_client->closeWhenSent();
    QTRY_COMPARE(received().size(), 1);
    m_client.reset();
    QTRY_COMPARE(m_closed->count() + m_peerGone->count(), 1);
}

void tst_HttpConnection::peerGone()
{
    open();
    ask(get("/page"));
    QTRY_COMPARE(received().size(), 1);
    m_client.reset();
    QTRY_COMPARE(m_peerGone->count(), 1);
    QCOMPARE(m_closed->count(), 0);
}

void tst_HttpConnection::peerGoneInTheMiddle()
{
    open(Role::Control, "GET /pag");
    m_client.reset();
    QTRY_COMPARE(m_peerGone->count(), 1);
    QCOMPARE(m_violated->count(), 0);
}

// What waits for a peer that does not read is bounded, and so is what is read of it.
void tst_HttpConnection::slowReader()
{
    m_page = QByteArray(100'000, 'x');
    open();
    m_client->setReading(false);
    ask(get("/page").repeated(1000));
    QTRY_VERIFY(m_connection->bytesPending() > m_limits.highWaterBytes);
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QVERIFY2(m_counted.size() < 20, QByteArray::number(m_counted.size()));
    QVERIFY(m_connection->bytesPending() < m_limits.highWaterBytes + 2 * m_page.size());
    m_recorder->keepsBytes = false;
    m_client->setReading(true);
    QTRY_COMPARE(m_counted.size(), 1000);
    QTRY_VERIFY(m_recorder->byteCount > 1000 * m_page.size());
}

void tst_HttpConnection::stalledReader()
{
    m_limits.writeTime = 50ms;
    m_page = QByteArray(1'000'000, 'x');
    open();
    m_client->setReading(false);
    ask(get("/page"));
    QTRY_COMPARE(m_closed->count(), 1);
    QVERIFY(m_connection->bytesPending() > 0);
}

// One peer does not keep the loop to itself.
void tst_HttpConnection::manyRequests()
{
    m_limits.maxRequests = 100'000;
    open();
    int turns = 0;
    QTimer other;
    connect(&other, &QTimer::timeout, this, [&turns] { ++turns; });
    other.start(0);
    ask(get("/page").repeated(1000));
    QTRY_COMPARE(received().size(), 1000);
    QVERIFY2(turns > 20, QByteArray::number(turns));
}

void tst_HttpConnection::token_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray() << 401;
    QTest::newRow("right") << QByteArray("Authorization: Bearer secret\r\n") << 200;
    QTest::newRow("scheme in lower case") << QByteArray("authorization: bearer secret\r\n") << 200;
    QTest::newRow("wrong") << QByteArray("Authorization: Bearer secreT\r\n") << 401;
    QTest::newRow("empty") << QByteArray("Authorization: Bearer \r\n") << 401;
    QTest::newRow("another scheme") << QByteArray("Authorization: Basic c2VjcmV0\r\n") << 401;
    QTest::newRow("no scheme") << QByteArray("Authorization: secret\r\n") << 401;
}

void tst_HttpConnection::token()
{
    QFETCH(const QByteArray, field);
    QFETCH(const int, status);
    open(Role::None);
    ask(get("/page", field));
    QTRY_COMPARE(received().size(), 1);
    QCOMPARE(received()[0].status, status);
    QCOMPARE(received()[0].field("WWW-Authenticate"),
             status == 401 ? QByteArray("Bearer realm=\"daemon-rpc\"") : QByteArray());
    QCOMPARE(received()[0].body == m_page, status == 200);
}

void tst_HttpConnection::tokenOfNoUse()
{
    open(Role::None);
    m_link->roleOfToken = Role::None;
    ask(get("/page", "Authorization: Bearer secret\r\n"));
    QTRY_COMPARE(received().size(), 1);
    QCOMPARE(received()[0].status, 401);
}

void tst_HttpConnection::tooManyTokens()
{
    open(Role::None);
    m_link->isExhausted = true;
    ask(get("/page", "Authorization: Bearer secret\r\n"));
    QTRY_COMPARE(received().size(), 1);
    QCOMPARE(received()[0].status, 429);
}

// A connection may carry requests of several users of one proxy.
void tst_HttpConnection::tokenWithEachRequest()
{
    open(Role::None);
    const QByteArray field = "Authorization: Bearer secret\r\n";
    ask(get("/page", field) + get("/page") + get("/page", field) +
        get("/page", "Authorization: Bearer x\r\n"));
    QTRY_COMPARE(received().size(), 4);
    QCOMPARE(received()[0].status, 200);
    QCOMPARE(received()[1].status, 401);
    QCOMPARE(received()[2].status, 200);
    QCOMPARE(received()[3].status, 401);
    QCOMPARE(m_link->attempts, 2); // a connection may try few
}

void tst_HttpConnection::localNames_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto add = [](const QByteArray &host, int status) {
        QTest::newRow(host.constData()) << "GET /page HTTP/1.1\r\nHost: " + host + "\r\n\r\n" << status;
    };
    add("localhost", 200);
    add("LocalHost:9464", 200);
    add("127.0.0.1", 200);
    add("127.0.0.1:80", 200);
    add("[::1]:80", 200);
    add("[::1]", 200);
    add("example.org", 421);
    add("localhost.example.org", 421);
    add("127.0.0.1.example.org:80", 421);
    add("[::2]", 421);
    QTest::newRow("absolute form") << QByteArray(
                                          "GET http://example.org/page HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                   << 421;
    QTest::newRow("1.0 without one") << QByteArray("GET /page HTTP/1.0\r\n\r\n") << 200;
}

void tst_HttpConnection::localNames()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    m_limits.isForLocalNamesOnly = true;
    open();
    ask(request);
    QTRY_COMPARE(received().size(), 1);
    QCOMPARE(received()[0].status, status);
}

void tst_HttpConnection::destroyedWhileBusy()
{
    m_page = QByteArray(300'000, 'x');
    open();
    m_client->setReading(false);
    ask(get("/page").repeated(100));
    QTRY_VERIFY(m_connection->bytesPending() > 0);
    m_connection.reset();
    m_client->setReading(true);
    QTRY_COMPARE(m_recorder->endCount(), 1);
}

QTEST_GUILESS_MAIN(tst_HttpConnection)
#include "tst_httpconnection.moc"
