#include "httptesting.h"
#include "tests/service/health/fakecheck.h"
#include "tests/service/metrics/metricstesting.h"

#include <daemonrpc/service/http/httpservice.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QTcpServer>
#include <QTest>

using namespace DaemonRpc;
using namespace HttpTesting;
using namespace MetricsTesting;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_HttpService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void health();
    void failingHealth();
    void readiness();
    void metrics();
    void otherPaths();
    void askingDoesNotTakeFromTheRounds();
    void withoutRounds();
    void drainingDaemonLeavesThePort();
    void serviceMayEndFirst();

private:
    void start();
    [[nodiscard]] Answer ask(const QByteArray &path) const;

    [[nodiscard]] QJsonObject askJson(const QByteArray &path) const
    {
        return QJsonDocument::fromJson(ask(path).body).object();
    }

    ServiceConfiguration::Health m_options;
    std::unique_ptr<OwnDaemon> m_own;
    std::unique_ptr<HealthService> m_health;
    FakeCheck *m_fake = nullptr;
    std::unique_ptr<MetricsCollector> m_metrics;
    std::unique_ptr<HttpService> m_service;
};

void tst_HttpService::init()
{
    m_options = {};
    m_own = std::make_unique<OwnDaemon>();
}

void tst_HttpService::cleanup()
{
    m_service.reset();
    m_metrics.reset();
    m_health.reset();
    m_own.reset();
}

void tst_HttpService::start()
{
    m_health = std::make_unique<HealthService>(m_own->daemon(), m_options);
    m_fake = FakeCheck::addTo(m_health->monitor(), u"fake"_s);
    m_metrics = std::make_unique<MetricsCollector>(MetricsSources{m_own->daemon(), m_health.get()});
    m_service = std::make_unique<HttpService>(m_own->daemon(), *m_health, *m_metrics);
    QVERIFY(m_own->daemon().start());
}

/// One connection to the daemon's socket.
Answer tst_HttpService::ask(const QByteArray &path) const
{
    QLocalSocket socket;
    QByteArray received;
    connect(&socket, &QLocalSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    socket.connectToServer(m_own->daemon().snapshot().socketPath);
    socket.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    static_cast<void>(QTest::qWaitFor([&] { return socket.state() == QLocalSocket::UnconnectedState; }));
    received += socket.readAll();
    return answersIn(received).value(0);
}

void tst_HttpService::health()
{
    start();
    const Answer answer = ask("/healthz");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("Content-Type"), QByteArray("application/json"));
    const QJsonObject report = askJson("/healthz");
    QCOMPARE(report[u"status"].toString(), u"ok"_s);
    QCOMPARE(report[u"state"].toString(), u"ready"_s);
    QVERIFY(report[u"checks"].isArray());
}

void tst_HttpService::failingHealth()
{
    start();
    m_fake->status = HealthStatus::Warning;
    m_health->monitor().runRound();
    QCOMPARE(ask("/healthz").status, 200);
    QCOMPARE(askJson("/healthz")[u"status"].toString(), u"warning"_s);
    m_fake->status = HealthStatus::Failed;
    m_health->monitor().runRound();
    QCOMPARE(ask("/healthz").status, 503);
    const QJsonObject report = askJson("/healthz");
    QCOMPARE(report[u"status"].toString(), u"failed"_s);
    QCOMPARE(report[u"state"].toString(), u"degraded"_s);
    QCOMPARE(report[u"checks"].toArray().size(), 1);
    QCOMPARE(report[u"checks"][0][u"name"].toString(), u"fake"_s);
    QCOMPARE(report[u"checks"][0][u"status"].toString(), u"failed"_s);
}

void tst_HttpService::readiness()
{
    start();
    QCOMPARE(ask("/readyz").status, 503);
    QCOMPARE(askJson("/readyz")[u"status"].toString(), u"starting"_s);
    m_service->start(0);
    QCOMPARE(ask("/readyz").status, 200);
    QCOMPARE(askJson("/readyz")[u"status"].toString(), u"ready"_s);
    m_fake->status = HealthStatus::Failed;
    m_health->monitor().runRound();
    QCOMPARE(ask("/readyz").status, 200); // it serves
}

void tst_HttpService::metrics()
{
    start();
    QCOMPARE(ask("/healthz").status, 200);
    const Answer answer = ask("/metrics");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("Content-Type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
    const Series series(answer.body);
    QCOMPARE(series.value("daemonrpc_http_requests_total{code=\"200\",path=\"/healthz\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_connections_total"), 2.0);
}

void tst_HttpService::otherPaths()
{
    start();
    const Answer answer = ask("/");
    QCOMPARE(answer.status, 404);
    QVERIFY2(answer.body.contains("/healthz /metrics /readyz"), answer.body);
}

void tst_HttpService::askingDoesNotTakeFromTheRounds()
{
    start();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(ask("/healthz").status, 200);
    QCOMPARE(m_fake->runs, 1); // the first one, before any round
    m_health->monitor().runRound();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(ask("/healthz").status, 200);
    QCOMPARE(m_fake->runs, 2);
}

void tst_HttpService::withoutRounds()
{
    m_options.checkInterval = 0ms;
    start();
    QCOMPARE(ask("/healthz").status, 200);
    m_fake->status = HealthStatus::Failed;
    QTRY_COMPARE(ask("/healthz").status, 503); // looked at anew, at most once a second
    QVERIFY2(m_fake->runs <= 8, QByteArray::number(m_fake->runs));
}

void tst_HttpService::drainingDaemonLeavesThePort()
{
    start();
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const quint16 port = probe.serverPort();
    probe.close();
    m_service->start(port);
    QVERIFY(m_service->port().isListening());
    QVERIFY(m_own->daemon().drain());
    QVERIFY(!m_service->port().isListening());
    m_service->setPort(port);
    QVERIFY(!m_service->port().isListening());
}

void tst_HttpService::serviceMayEndFirst()
{
    start();
    QLocalSocket socket;
    QByteArray received;
    connect(&socket, &QLocalSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    socket.connectToServer(m_own->daemon().snapshot().socketPath);
    const QByteArray request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.write(request);
    QTRY_COMPARE(answersIn(received).value(0).status, 200);
    m_service.reset();
    m_metrics.reset();
    m_health.reset();
    socket.write(request); // its connection lasts
    QTRY_COMPARE(answersIn(received).value(1).status, 503);
    QVERIFY(ask("/healthz").status <= 0); // nobody speaks it any more
}

QTEST_GUILESS_MAIN(tst_HttpService)
#include "tst_httpservice.moc"
