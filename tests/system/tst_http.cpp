// Health and metrics over HTTP: on the daemon's socket and on a port, for curl, Prometheus, and peers that
// send what they like.
#include "rawsocket.h"
#include "systemtest.h"
#include "tests/service/http/httptesting.h"
#include "tests/service/metrics/metricstesting.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

using namespace HttpTesting;
using namespace MetricsTesting;
using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_Http : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void curlOnTheSocket();
    void promtoolTakesTheMetrics();
    void numbersAreThoseOfTheRequests();
    void commandLine();
    void hostilePeers_data();
    void hostilePeers();
    void slowPeer();
    void manySlowPeers();
    void drainingDaemon();
    void port();
    void portIsHandedOver();

private:
    /// What `GET PATH` is answered with on the daemon's socket.
    [[nodiscard]] Answer ask(const QByteArray &path) const
    {
        RawSocket socket = RawSocket::connectTo(fixture().file(u"sock"_s));
        static_cast<void>(socket.send("GET " + path + " HTTP/1.0\r\n\r\n"));
        return answersIn(socket.readToEnd().bytes).value(0);
    }

    /// The same on a port; a status of 0 when nobody answers.
    [[nodiscard]] static Answer askPort(quint16 port, const QByteArray &path)
    {
        QTcpSocket socket;
        QByteArray received;
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
        socket.connectToHost(QHostAddress::LocalHost, port);
        socket.write("GET " + path + " HTTP/1.0\r\n\r\n");
        static_cast<void>(
            QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }));
        return answersIn(received + socket.readAll()).value(0);
    }

    [[nodiscard]] static quint16 freePort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
    }
};

void tst_Http::curlOnTheSocket()
{
    const QString curl = QStandardPaths::findExecutable(u"curl"_s);
    if (curl.isEmpty())
        QSKIP("needs curl");
    QVERIFY(fixture().startDaemon());
    const auto run = [&](const QString &path, const QStringList &options = {}) {
        ClientProcess process(curl, QStringList{u"--silent"_s, u"--show-error"_s, u"--max-time"_s, u"20"_s,
                                                u"--unix-socket"_s, fixture().file(u"sock"_s)} +
                                        options + QStringList{u"http://localhost"_s + path});
        return DaemonFixture::runToEnd(process);
    };
    const QStringList failing{u"--fail"_s};
    Outcome outcome = run(u"/healthz"_s, failing);
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(QJsonDocument::fromJson(outcome.output).object()[u"status"].toString(), u"ok"_s);
    outcome = run(u"/readyz"_s, failing);
    QVERIFY2(outcome.code == 0, describe(outcome));
    QCOMPARE(outcome.output, QByteArray("{\"status\":\"ready\"}\n"));
    outcome = run(u"/metrics"_s, failing);
    QVERIFY2(outcome.code == 0, describe(outcome));
    QVERIFY2(outcome.output.contains("\ndaemonrpc_build_info{"), describe(outcome));
    outcome = run(u"/metrics"_s, {u"--head"_s});
    QVERIFY2(outcome.code == 0, describe(outcome));
    QVERIFY2(outcome.output.startsWith("HTTP/1.1 200 OK\r\n") && outcome.output.endsWith("\r\n\r\n"),
             describe(outcome));
    outcome = run(u"/"_s);
    QVERIFY2(outcome.output.contains("/healthz /metrics /readyz"), describe(outcome));
    outcome = run(u"/metrics"_s, {u"--data"_s, u"x=y"_s, u"--write-out"_s, u"%{http_code}"_s});
    QVERIFY2(outcome.output.endsWith("405"), describe(outcome));
    // Two with one connection.
    outcome = run(u"/readyz"_s, {u"http://localhost/readyz"_s, u"--write-out"_s, u"%{num_connects};"_s});
    QCOMPARE(outcome.output, QByteArray("{\"status\":\"ready\"}\n1;{\"status\":\"ready\"}\n0;"));
}

void tst_Http::promtoolTakesTheMetrics()
{
    if (!Promtool::isThere())
        QSKIP("needs promtool, of the package prometheus");
    QVERIFY(fixture().startDaemon());
    QCOMPARE(fixture().run(words({"run", "exec", "false"})).code, 1);
    const Answer answer = ask("/metrics");
    QCOMPARE(answer.status, 200);
    QCOMPARE(Promtool::check(words({"check", "metrics"}), answer.body), QByteArray());
}

void tst_Http::numbersAreThoseOfTheRequests()
{
    QVERIFY(fixture().startDaemon());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(fixture().run(words({"run", "echo", "12345"})).code, 0);
    QCOMPARE(fixture().run(words({"run", "exec", "sh", "-c", "exit 4"})).code, 4);
    QCOMPARE(fixture().run(words({"run", "nosuchcommand"})).code, 127);
    QCOMPARE(fixture().run(words({"--timeout", "50", "run", "sleep", "60"})).code, 128 + 15);
    Series series({});
    QTRY_COMPARE((series = Series(ask("/metrics").body)).value("daemonrpc_requests_running"), 0.0);
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"echo\",outcome=\"success\"}"), 3.0);
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"exec\",outcome=\"failure\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"other\",outcome=\"error\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"sleep\",outcome=\"cancelled\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_cancellations_total{reason=\"timeout\",result=\"honoured\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_request_errors_total{code=\"unknown_command\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_output_bytes_total{command=\"echo\"}"), 18.0);
    const Outcome asked = fixture().run(words({"rpc", "health.stats"}));
    const QJsonObject stats = QJsonDocument::fromJson(asked.output).object();
    QCOMPARE(stats[u"total_requests"].toInt(), 6);
    QCOMPARE(stats[u"failed_requests"].toInt(), 2);
    QCOMPARE(stats[u"cancelled_requests"].toInt(), 1);
    QVERIFY(stats[u"memory_usage_mb"].toDouble() > 0.1);
    QVERIFY(stats[u"uptime"].toDouble() > 0);
}

void tst_Http::commandLine()
{
    QVERIFY(fixture().startDaemon());
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    const Outcome text = fixture().run(words({"metrics"}));
    QVERIFY2(text.code == 0, describe(text));
    QCOMPARE(Series(text.output).value("daemonrpc_requests_total{command=\"echo\",outcome=\"success\"}"),
             1.0);
    QVERIFY(fixture().askArray(words({"metrics"})).size() > 20);
    const Outcome table = fixture().run(words({"metrics", "--table"}));
    QVERIFY2(table.output.startsWith("METRIC ") && table.output.contains("\ndaemonrpc_requests_total "),
             describe(table));
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QCOMPARE(fixture().run(words({"metrics"})).code, 125);
}

void tst_Http::hostilePeers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("POST") << QByteArray("POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx")
                          << 405;
    QTest::newRow("body of GET") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx")
                                 << 413;
    QTest::newRow("endless header") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nX: ") +
                                           QByteArray(1'000'000, 'x')
                                    << 431;
    QTest::newRow("preface of HTTP/2")
        << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0", 33) << 505;
    QTest::newRow("NUL") << QByteArray("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 29) << 400;
    QTest::newRow("smuggled") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                                            "chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n")
                              << 400;
    QTest::newRow("CONNECT")
        << QByteArray("CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") << 405;
    QTest::newRow("path of a file")
        << QByteArray("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") << 404;
}

void tst_Http::hostilePeers()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    RawSocket socket = RawSocket::connectTo(fixture().file(u"sock"_s));
    static_cast<void>(socket.send(bytes));
    const RawSocket::Answer said = socket.readToEnd();
    QVERIFY(said.isClosed);
    const QList<Answer> answers = answersIn(said.bytes);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers[0].status, status);
    QCOMPARE(ask("/readyz").status, 200);
    QVERIFY(!daemon->hasEnded());
}

void tst_Http::slowPeer()
{
    QVERIFY(fixture().startDaemon());
    RawSocket socket = RawSocket::connectTo(fixture().file(u"sock"_s));
    QVERIFY(socket.send("GET /metrics HTTP/1.1\r\nHost:"));
    const RawSocket::Answer said = socket.readToEnd(ClientProcess::patience);
    QVERIFY(said.isClosed);
    QCOMPARE(answersIn(said.bytes).value(0).status, 408);
}

// They keep nobody out: the oldest of them give way.
void tst_Http::manySlowPeers()
{
    QVERIFY(fixture().startDaemon(words({"--set", "performance.max_connections=20"})));
    std::vector<RawSocket> sockets;
    for (int i = 0; i < 60; ++i) {
        sockets.push_back(RawSocket::connectTo(fixture().file(u"sock"_s)));
        QVERIFY(sockets.back().isValid());
        static_cast<void>(sockets.back().send("GET /metr"));
    }
    QCOMPARE(ask("/readyz").status, 200);
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).output, QByteArray("x\n"));
}

void tst_Http::drainingDaemon()
{
    QVERIFY(fixture().startDaemon());
    const std::unique_ptr<ClientProcess> waiting = fixture().client(words({"run", "cat"}));
    waiting->keepInputOpen();
    QVERIFY(waiting->begin());
    QTRY_COMPARE(Series(ask("/metrics").body).value("daemonrpc_requests_running"), 1.0);
    // A connection of before, which is kept.
    RawSocket socket = RawSocket::connectTo(fixture().file(u"sock"_s));
    QVERIFY(socket.send("GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n"));
    QTRY_COMPARE(fixture().run(words({"drain"})).code, 0);
    QVERIFY(socket.send("GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    const QList<Answer> answers = answersIn(socket.readToEnd().bytes);
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers[0].status, 200);
    QCOMPARE(answers[1].status, 503);
    QCOMPARE(answers[1].body, QByteArray("{\"status\":\"draining\"}\n"));
    waiting->closeWriteChannel();
    QVERIFY(waiting->waitForEnd());
}

void tst_Http::port()
{
    const quint16 port = freePort();
    const QString file = fixture().scratch(u"daemon.yaml"_s);
    const auto write = [&file](const QByteArray &text) {
        QFile config(file);
        QVERIFY(config.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(config.write(text), text.size());
    };
    write("health:\n  http_port: " + QByteArray::number(port) + '\n');
    QVERIFY(fixture().startDaemon(words({"--config", file})));
    QCOMPARE(askPort(port, "/healthz").status, 200);
    QCOMPARE(askPort(port, "/readyz").status, 200);
    QVERIFY(Series(askPort(port, "/metrics").body).contains("daemonrpc_uptime_seconds"));
    // Off by a reload, and on again.
    write("");
    QCOMPARE(fixture().run(words({"reload"})).code, 0);
    QCOMPARE(askPort(port, "/healthz").status, 0);
    write("health:\n  http_port: " + QByteArray::number(port) + '\n');
    QCOMPARE(fixture().run(words({"reload"})).code, 0);
    QCOMPARE(askPort(port, "/healthz").status, 200);
}

void tst_Http::portIsHandedOver()
{
    const quint16 port = freePort();
    const QString setting = u"health.http_port=%1"_s.arg(port);
    QVERIFY(fixture().startDaemon(words({"--set", setting})));
    const auto start = [&] {
        return Series(askPort(port, "/metrics").body).value("process_start_time_seconds");
    };
    const double first = start();
    QVERIFY(first > 0);
    const Outcome restarted = fixture().run(words({"restart"}));
    QVERIFY2(restarted.code == 0, describe(restarted));
    QTRY_VERIFY(start() > first);
    QCOMPARE(askPort(port, "/readyz").status, 200);
}

QTEST_GUILESS_MAIN(tst_Http)
#include "tst_http.moc"
