#include <daemonrpc/service/http/httpparser.h>

#include <QTest>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_HttpParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests_data();
    void requests();
    void problems_data();
    void problems();
    void splitAnywhere();
    void incomplete_data();
    void incomplete();
    void longestHeader();
    void tooLongWithoutAnEnd();
    void pipelined();
    void manyInOneRead();
    void problemStays();
    void noise();

private:
    [[nodiscard]] static HttpParser::Outcome parse(const QByteArray &bytes);
};

static QByteArray host(const QByteArray &line, const QByteArray &more = {})
{
    return line + "\r\nHost: localhost\r\n" + more + "\r\n";
}

HttpParser::Outcome tst_HttpParser::parse(const QByteArray &bytes)
{
    HttpParser parser;
    parser.append(bytes);
    return parser.next();
}

void tst_HttpParser::requests_data()
{
    using Method = HttpRequest::Method;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("hostName");
    QTest::addColumn<bool>("keepsAlive");
    const auto add = [](const char *name, const QByteArray &bytes, Method method, const QByteArray &path,
                        const QByteArray &hostName = "localhost", bool keepsAlive = true) {
        QTest::newRow(name) << bytes << method << path << hostName << keepsAlive;
    };
    add("GET", host("GET /metrics HTTP/1.1"), Method::Get, "/metrics");
    add("HEAD", host("HEAD / HTTP/1.1"), Method::Head, "/");
    add("POST", host("POST / HTTP/1.1"), Method::Other, "/");
    add("OPTIONS for all", host("OPTIONS * HTTP/1.1"), Method::Other, "*");
    add("a method of its own", host("BREW /pot HTTP/1.1"), Method::Other, "/pot");
    add("lower case is another method", host("get / HTTP/1.1"), Method::Other, "/");
    add("query", host("GET /metrics?a=b&c HTTP/1.1"), Method::Get, "/metrics");
    add("empty query", host("GET /metrics? HTTP/1.1"), Method::Get, "/metrics");
    add("escapes stay", host("GET /%6detrics HTTP/1.1"), Method::Get, "/%6detrics");
    add("absolute form", host("GET http://example.org:80/metrics?x HTTP/1.1"), Method::Get, "/metrics",
        "example.org:80");
    add("absolute form in capitals", host("GET HTTP://EXAMPLE.org/healthz HTTP/1.1"), Method::Get, "/healthz",
        "EXAMPLE.org");
    add("absolute form without a path", host("GET http://example.org HTTP/1.1"), Method::Get, "/",
        "example.org");
    add("absolute form, query only", host("GET http://example.org?x HTTP/1.1"), Method::Get, "/",
        "example.org");
    add("close", host("GET / HTTP/1.1", "Connection: close\r\n"), Method::Get, "/", "localhost", false);
    add("close in a list", host("GET / HTTP/1.1", "Connection: te, Close\r\n"), Method::Get, "/", "localhost",
        false);
    add("1.0", "GET / HTTP/1.0\r\n\r\n", Method::Get, "/", "", false);
    add("1.0 with a host", host("GET / HTTP/1.0"), Method::Get, "/", "localhost", false);
    add("1.0 kept alive", host("GET / HTTP/1.0", "Connection: keep-alive\r\n"), Method::Get, "/");
    add("upgrade is ignored", host("GET / HTTP/1.1", "Connection: Upgrade\r\nUpgrade: h2c\r\n"), Method::Get,
        "/");
    add("an empty body", host("GET / HTTP/1.1", "Content-Length: 0\r\n"), Method::Get, "/");
    add("range", host("GET / HTTP/1.1", "Range: bytes=0-1\r\n"), Method::Get, "/");
}

void tst_HttpParser::requests()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const HttpRequest::Method, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, hostName);
    QFETCH(const bool, keepsAlive);
    const HttpParser::Outcome outcome = parse(bytes);
    if (const HttpProblem *problem = std::get_if<HttpProblem>(&outcome))
        QFAIL(qPrintable(problem->text));
    const HttpRequest *request = std::get_if<HttpRequest>(&outcome);
    QVERIFY(request);
    QCOMPARE(request->method, method);
    QCOMPARE(request->path, path);
    QCOMPARE(request->host, hostName);
    QCOMPARE(request->keepsAlive, keepsAlive);
}

void tst_HttpParser::problems_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto add = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    add("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    add("HTTP/0.9", "GET /\r\n\r\n", 400);
    add("HTTP/1.2", host("GET / HTTP/1.2"), 505);
    add("another protocol", host("GET / RTSP/1.0"), 505);
    add("no host", "GET / HTTP/1.1\r\n\r\n", 400);
    add("two hosts", host("GET / HTTP/1.1", "Host: localhost\r\n"), 400);
    add("two hosts in 1.0", host("GET / HTTP/1.0", "Host: b\r\n"), 400);
    add("body", host("GET / HTTP/1.1", "Content-Length: 3\r\n") + "abc", 413);
    add("huge body", host("GET / HTTP/1.1", "Content-Length: 99999999999999999\r\n"), 413);
    add("length beyond all numbers", host("GET / HTTP/1.1", "Content-Length: 99999999999999999999999\r\n"),
        400);
    add("negative length", host("GET / HTTP/1.1", "Content-Length: -1\r\n"), 400);
    add("two lengths", host("GET / HTTP/1.1", "Content-Length: 0\r\nContent-Length: 1\r\n"), 400);
    add("chunks", host("GET / HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", 413);
    add("chunks and a length", host("GET / HTTP/1.1", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"),
        400);
    add("body of POST", host("POST / HTTP/1.1", "Content-Length: 3\r\n") + "abc", 405);
    add("chunks of POST", host("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n"), 405);
    add("NUL in the target", host(QByteArray("GET /a\0b HTTP/1.1", 17)), 400);
    add("NUL in a name", host("GET / HTTP/1.1", QByteArray("a\0b: c\r\n", 8)), 400);
    add("NUL in a value", host("GET / HTTP/1.1", QByteArray("a: b\0c\r\n", 8)), 400);
    add("NUL in the method", host(QByteArray("GE\0T / HTTP/1.1", 15)), 400);
    add("line feeds alone", "GET / HTTP/1.1\nHost: localhost\n\n", 505);
    add("a carriage return alone", host("GET / HTTP/1.1", "a: b\rc: d\r\n"), 400);
    add("a blank before the colon", host("GET / HTTP/1.1", "a : b\r\n"), 400);
    add("folded", host("GET / HTTP/1.1", "a: b\r\n c\r\n"), 400);
    add("folded by a tab", host("GET / HTTP/1.1", "a: b\r\n\tc\r\n"), 400);
    add("folded at once", "GET / HTTP/1.1\r\n Host: localhost\r\n\r\n", 400);
    add("a name of blanks", host("GET / HTTP/1.1", " : b\r\n"), 400);
    add("no colon", host("GET / HTTP/1.1", "abc\r\n"), 400);
    add("two blanks", host("GET  / HTTP/1.1"), 400);
    add("no target", host("GET  HTTP/1.1"), 400);
    add("authority as target", host("GET localhost:80 HTTP/1.1"), 400);
    add("relative target", host("GET metrics HTTP/1.1"), 400);
    add("another scheme", host("GET file:///etc/passwd HTTP/1.1"), 400);
    add("asterisk", host("GET * HTTP/1.1"), 400);
    add("bytes above 7 bits in the name", host("GET / HTTP/1.1", "\xc3\xa4: b\r\n"), 400);
    add("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 aaaa\r\n\r\n", 20), 400);
    add("empty lines", "\r\n\r\n", 400);
    add("one long line", QByteArray("GET /") + QByteArray(9000, 'a') + " HTTP/1.1\r\n", 431);
    add("one long field", host("GET / HTTP/1.1", "a: " + QByteArray(9000, 'b') + "\r\n"), 431);
    add("many fields", host("GET / HTTP/1.1", QByteArray("a: b\r\n").repeated(2000)), 431);
}

void tst_HttpParser::problems()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    const HttpParser::Outcome outcome = parse(bytes);
    const HttpProblem *problem = std::get_if<HttpProblem>(&outcome);
    QVERIFY(problem);
    QVERIFY2(problem->status == status, QByteArray::number(problem->status) + ' ' + problem->text.toUtf8());
    QVERIFY(!problem->text.isEmpty() && !problem->text.contains(u'\n'));
}

void tst_HttpParser::splitAnywhere()
{
    const QByteArray bytes = host("GET /metrics?x HTTP/1.1", "Authorization: Bearer t\r\nX: y\r\n");
    for (qsizetype at = 1; at < bytes.size(); ++at) {
        HttpParser parser;
        parser.append(bytes.left(at));
        QVERIFY2(std::holds_alternative<HttpParser::Incomplete>(parser.next()), QByteArray::number(at));
        QVERIFY(parser.hasBegun());
        parser.append(bytes.mid(at));
        const HttpParser::Outcome outcome = parser.next();
        QVERIFY2(std::holds_alternative<HttpRequest>(outcome), QByteArray::number(at));
        QCOMPARE(std::get<HttpRequest>(outcome).path, QByteArray("/metrics"));
        QCOMPARE(std::get<HttpRequest>(outcome).authorization, QByteArray("Bearer t"));
        QVERIFY(!parser.hasBegun());
    }
    const QByteArray folded = host("GET / HTTP/1.1", "X: y\r\n z\r\n");
    HttpParser good;
    HttpParser bad;
    for (qsizetype i = 0; i < bytes.size() - 1; ++i) {
        good.append(bytes.mid(i, 1));
        QVERIFY(std::holds_alternative<HttpParser::Incomplete>(good.next()));
    }
    for (qsizetype i = 0; i < folded.size() - 1; ++i) {
        bad.append(folded.mid(i, 1));
        QVERIFY(std::holds_alternative<HttpParser::Incomplete>(bad.next()));
    }
    good.append(bytes.right(1));
    bad.append(folded.right(1));
    QVERIFY(std::holds_alternative<HttpRequest>(good.next()));
    QVERIFY(std::holds_alternative<HttpProblem>(bad.next()));
}

void tst_HttpParser::incomplete_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("method") << QByteArray("GET");
    QTest::newRow("line") << QByteArray("GET / HTTP/1.1\r\n");
    QTest::newRow("field") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n");
    QTest::newRow("almost") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r");
}

void tst_HttpParser::incomplete()
{
    QFETCH(const QByteArray, bytes);
    HttpParser parser;
    parser.append(bytes);
    QVERIFY(std::holds_alternative<HttpParser::Incomplete>(parser.next()));
    QCOMPARE(parser.hasBegun(), !bytes.isEmpty());
}

void tst_HttpParser::longestHeader()
{
    const QByteArray frame = host("GET / HTTP/1.1", "a: \r\n");
    const qsizetype room = HttpParser::maxHeaderBytes - frame.size();
    QVERIFY(std::holds_alternative<HttpRequest>(
        parse(host("GET / HTTP/1.1", "a: " + QByteArray(room - 64, 'b') + "\r\n"))));
    QVERIFY(std::holds_alternative<HttpProblem>(
        parse(host("GET / HTTP/1.1", "a: " + QByteArray(room + 64, 'b') + "\r\n"))));
}

void tst_HttpParser::tooLongWithoutAnEnd()
{
    HttpParser parser;
    qsizetype taken = 0;
    HttpParser::Outcome outcome;
    parser.append("GET /");
    while (std::holds_alternative<HttpParser::Incomplete>(outcome = parser.next())) {
        parser.append("aaaaaaaa");
        taken += 8;
        QVERIFY2(taken < 2 * HttpParser::maxHeaderBytes, "there is no limit");
    }
    QVERIFY(std::holds_alternative<HttpProblem>(outcome));
    QCOMPARE(std::get<HttpProblem>(outcome).status, 431);
}

void tst_HttpParser::pipelined()
{
    HttpParser parser;
    parser.append(host("GET /a HTTP/1.1") + host("GET /b HTTP/1.1") + "GET /c");
    QCOMPARE(std::get<HttpRequest>(parser.next()).path, QByteArray("/a"));
    QVERIFY(parser.hasBegun());
    QCOMPARE(std::get<HttpRequest>(parser.next()).path, QByteArray("/b"));
    QVERIFY(std::holds_alternative<HttpParser::Incomplete>(parser.next()));
    parser.append(" HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(std::get<HttpRequest>(parser.next()).path, QByteArray("/c"));
}

void tst_HttpParser::manyInOneRead()
{
    HttpParser parser;
    const int count = 5000;
    parser.append(host("GET / HTTP/1.1").repeated(count));
    for (int i = 0; i < count; ++i)
        QVERIFY(std::holds_alternative<HttpRequest>(parser.next()));
    QVERIFY(!parser.hasBegun());
}

void tst_HttpParser::problemStays()
{
    HttpParser parser;
    parser.append("nonsense\r\n\r\n");
    QCOMPARE(std::get<HttpProblem>(parser.next()).status, 400);
    parser.append(host("GET / HTTP/1.1"));
    QCOMPARE(std::get<HttpProblem>(parser.next()).status, 400);
}

// Whatever comes: an outcome, and never a request that a changed byte made of nothing.
void tst_HttpParser::noise()
{
    const QByteArray good = host("GET /metrics HTTP/1.1", "Connection: keep-alive\r\n");
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (const int byte : {0, 1, 9, 10, 13, 32, 58, 127, 128, 255}) {
            QByteArray bytes = good;
            bytes[at] = static_cast<char>(byte);
            HttpParser parser;
            parser.append(bytes);
            for (int i = 0; i < 4; ++i) {
                const HttpParser::Outcome outcome = parser.next();
                if (!std::holds_alternative<HttpRequest>(outcome))
                    break;
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_HttpParser)
#include "tst_httpparser.moc"
