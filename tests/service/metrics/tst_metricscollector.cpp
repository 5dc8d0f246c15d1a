#include "metricstesting.h"

#include <daemonrpc/handler/commandhandler.h>
#include <daemonrpc/service/command/commandset.h>
#include <daemonrpc/service/health/healthservice.h>
#include <daemonrpc/service/logging/logservice.h>
#include <daemonrpc/service/metrics/metricdefinition.h>
#include <daemonrpc/service/metrics/metricscollector.h>

#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <signal.h>

using namespace DaemonRpc;
using namespace MetricsTesting;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_MetricsCollector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data();
    void outcomes();
    void durations();
    void cancellations();
    void unknownCommandsAreOneSeries();
    void commandsAreBounded();
    void namesAreEscaped();
    void realRequests();
    void connections();
    void warmPool();
    void healthAndLoop();
    void healthServiceMayEndFirst();
    void process();
    void everyLineIsDefined();
    void promtoolAgrees();
    void jsonSaysTheSame();
    void statistics();
    void httpRequests();
    void rpcCalls();
    void beforeTheStart();

private:
    [[nodiscard]] static HandlerRegistry handlers();
    [[nodiscard]] static RequestRecord record(const QByteArray &name = "known");

    static void finish(OwnDaemon &daemon, const RequestRecord &record)
    {
        Q_EMIT daemon.daemon().server().requests().finished(record);
    }
};

HandlerRegistry tst_MetricsCollector::handlers()
{
    HandlerRegistry handlers;
    const auto answer = [](RequestContext &context) -> std::unique_ptr<Execution> {
        context.write("12345");
        context.finish(context.arguments().size() > 1 ? 3 : 0);
        return nullptr;
    };
    handlers.add("known", std::make_shared<FunctionHandler>(answer));
    handlers.add("silent", std::make_shared<FunctionHandler>(
                               [](RequestContext &) -> std::unique_ptr<Execution> { return nullptr; }));
    return handlers;
}

RequestRecord tst_MetricsCollector::record(const QByteArray &name)
{
    RequestRecord record;
    record.arguments = {name};
    record.state = RequestState::Finished;
    return record;
}

void tst_MetricsCollector::outcomes_data()
{
    QTest::addColumn<RequestRecord>("request");
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<int>("failed");
    QTest::addColumn<int>("cancelled");
    RequestRecord request = record();
    QTest::newRow("success") << request << QByteArray("success") << 0 << 0;
    request.exitCode = 1;
    QTest::newRow("failure") << request << QByteArray("failure") << 1 << 0;
    request = record();
    request.signal = SIGSEGV;
    QTest::newRow("signal") << request << QByteArray("signal") << 1 << 0;
    request = record();
    request.error = Error(ErrorCode::QueueFull, u"full"_s);
    QTest::newRow("error") << request << QByteArray("error") << 1 << 0;
    request = record();
    request.exitCode = 130;
    request.cancellation = CancellationRecord{CancellationReason::Interrupted, {}, 1, 5, false};
    QTest::newRow("cancelled") << request << QByteArray("cancelled") << 0 << 1;
    request.cancellation->isForced = true;
    QTest::newRow("forced") << request << QByteArray("forced") << 0 << 1;
}

void tst_MetricsCollector::outcomes()
{
    QFETCH(const RequestRecord, request);
    QFETCH(const QByteArray, outcome);
    QFETCH(const int, failed);
    QFETCH(const int, cancelled);
    OwnDaemon own(handlers());
    const MetricsCollector metrics({own.daemon()});
    finish(own, request);
    finish(own, request);
    const Series series(metrics.text());
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"known\",outcome=\"" + outcome + "\"}"), 2.0);
    QCOMPARE(series.value("daemonrpc_request_duration_seconds_count{command=\"known\"}"), 2.0);
    QCOMPARE(series.contains("daemonrpc_request_errors_total{code=\"queue_full\"}"), outcome == "error");
    QCOMPARE(metrics.statistics().failedRequests, 2 * failed);
    QCOMPARE(metrics.statistics().cancelledRequests, 2 * cancelled);
}

void tst_MetricsCollector::durations()
{
    OwnDaemon own(handlers());
    const MetricsCollector metrics({own.daemon()});
    for (const qint64 us : {100, 300, 40'000, 2'000'000'000}) {
        RequestRecord request = record();
        request.durationUs = us;
        request.outputBytes = 10;
        finish(own, request);
    }
    const Series series(metrics.text());
    const auto bucket = [&series](const QByteArray &upTo) {
        return series.value("daemonrpc_request_duration_seconds_bucket{command=\"known\",le=\"" + upTo +
                            "\"}");
    };
    QCOMPARE(bucket("0.00025"), 1.0);
    QCOMPARE(bucket("0.0005"), 2.0);
    QCOMPARE(bucket("0.025"), 2.0);
    QCOMPARE(bucket("0.05"), 3.0);
    QCOMPARE(bucket("600"), 3.0);
    QCOMPARE(bucket("+Inf"), 4.0);
    QCOMPARE(series.value("daemonrpc_request_duration_seconds_sum{command=\"known\"}"), 2000.0404);
    QCOMPARE(series.value("daemonrpc_output_bytes_total{command=\"known\"}"), 40.0);
}

void tst_MetricsCollector::cancellations()
{
    OwnDaemon own(handlers());
    const MetricsCollector metrics({own.daemon()});
    RequestRecord request = record();
    request.cancellation = CancellationRecord{CancellationReason::ClientClosed, {}, 1, 30, false};
    finish(own, request);
    request.cancellation = CancellationRecord{CancellationReason::Timeout, {}, 1, 5200, true};
    finish(own, request);
    const Series series(metrics.text());
    QCOMPARE(series.value("daemonrpc_cancellations_total{reason=\"client_closed\",result=\"honoured\"}"),
             1.0);
    QCOMPARE(series.value("daemonrpc_cancellations_total{reason=\"timeout\",result=\"forced\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_cancellation_latency_seconds_sum{result=\"honoured\"}"), 0.03);
    QCOMPARE(series.value("daemonrpc_cancellation_latency_seconds_bucket{result=\"honoured\",le=\"0.05\"}"),
             1.0);
    QCOMPARE(series.value("daemonrpc_cancellation_latency_seconds_bucket{result=\"forced\",le=\"5\"}"), 0.0);
    QCOMPARE(series.value("daemonrpc_cancellation_latency_seconds_count{result=\"forced\"}"), 1.0);
}

void tst_MetricsCollector::unknownCommandsAreOneSeries()
{
    OwnDaemon own(handlers());
    const MetricsCollector metrics({own.daemon()});
    finish(own, record());
    const qsizetype before = Series(metrics.text()).count();
    for (int i = 0; i < 1000; ++i)
        finish(own, record("unknown" + QByteArray::number(i)));
    const Series series(metrics.text());
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"other\",outcome=\"success\"}"), 1000.0);
    QVERIFY2(series.count() - before < 30, QByteArray::number(series.count() - before));
}

void tst_MetricsCollector::commandsAreBounded()
{
    HandlerRegistry many;
    const auto silent = std::make_shared<FunctionHandler>(
        [](RequestContext &) -> std::unique_ptr<Execution> { return nullptr; });
    for (int i = 0; i < 300; ++i)
        many.add("c" + QByteArray::number(i), silent);
    OwnDaemon own(std::move(many));
    const MetricsCollector metrics({own.daemon()});
    for (int i = 0; i < 300; ++i)
        finish(own, record("c" + QByteArray::number(i)));
    finish(own, record("c0"));
    const Series series(metrics.text());
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"c0\",outcome=\"success\"}"), 2.0);
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"c255\",outcome=\"success\"}"), 1.0);
    QVERIFY(!series.contains("daemonrpc_requests_total{command=\"c256\",outcome=\"success\"}"));
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"other\",outcome=\"success\"}"), 44.0);
}

void tst_MetricsCollector::namesAreEscaped()
{
    HandlerRegistry odd;
    const QByteArray name = "a\"b\\c\nd\xff";
    odd.add(name, std::make_shared<FunctionHandler>(
                      [](RequestContext &) -> std::unique_ptr<Execution> { return nullptr; }));
    OwnDaemon own(std::move(odd));
    const MetricsCollector metrics({own.daemon()});
    finish(own, record(name));
    const Series series(metrics.text());
    QCOMPARE(
        series.value("daemonrpc_requests_total{command=\"a\\\"b\\\\c\\nd\xef\xbf\xbd\",outcome=\"success\"}"),
        1.0);
}

void tst_MetricsCollector::realRequests()
{
    OwnDaemon own(handlers());
    QVERIFY(own.daemon().start());
    const MetricsCollector metrics({own.daemon()});
    Client client(own.options());
    for (const QByteArrayList &arguments :
         {QByteArrayList{"known"}, {"known"}, {"known", "x"}, {"nothing"}}) {
        Command command;
        command.arguments = arguments;
        Reply *reply = client.execute(command);
        QTRY_VERIFY(reply->isFinished());
    }
    Command silent;
    silent.arguments = {"silent"};
    Reply *reply = client.execute(silent);
    QTRY_COMPARE(own.daemon().server().requests().runningCount(), 1);
    QCOMPARE(Series(metrics.text()).value("daemonrpc_requests_running"), 1.0);
    reply->cancel(SIGINT);
    QTRY_VERIFY(reply->isFinished());
    QTRY_COMPARE(own.daemon().server().requests().runningCount(), 0);

    const Series series(metrics.text());
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"known\",outcome=\"success\"}"), 2.0);
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"known\",outcome=\"failure\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"other\",outcome=\"error\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_requests_total{command=\"silent\",outcome=\"forced\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_request_errors_total{code=\"unknown_command\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_output_bytes_total{command=\"known\"}"), 15.0);
    QVERIFY(series.value("daemonrpc_request_duration_seconds_sum{command=\"known\"}") > 0);
    QVERIFY(series.value("daemonrpc_cancellation_latency_seconds_sum{result=\"forced\"}") >= 0.05);
    QCOMPARE(series.value("daemonrpc_requests_running"), 0.0);
}

void tst_MetricsCollector::connections()
{
    OwnDaemon own(handlers());
    QVERIFY(own.daemon().start());
    const MetricsCollector metrics({own.daemon()});
    {
        Client client(own.options());
        Command command;
        command.arguments = {"known"};
        Reply *reply = client.execute(command);
        QTRY_VERIFY(reply->isFinished());
        QTRY_COMPARE(own.daemon().server().connections().count(), 0);
    }
    const Series series(metrics.text());
    QCOMPARE(series.value("daemonrpc_connections_total"), 1.0);
    QCOMPARE(series.value("daemonrpc_connections{state=\"command\"}"), 0.0);
    QVERIFY(series.value("daemonrpc_received_bytes_total") > 20);
    QVERIFY(series.value("daemonrpc_sent_bytes_total") > 20);
    QCOMPARE(series.value("daemonrpc_connections_refused_total{reason=\"limit\"}"), 0.0);
    QCOMPARE(series.value("daemonrpc_workers"), double(Limits().workerCount));
    QCOMPARE(series.value("daemonrpc_worker_queue_limit"), double(Limits().maxQueueLength));
    QCOMPARE(series.value("daemonrpc_workers_busy"), 0.0);
}

void tst_MetricsCollector::warmPool()
{
    CommandDefinition warm;
    warm.name = "warm";
    warm.program = "cat";
    warm.warm = 2;
    CommandDefinition cold;
    cold.name = "cold";
    cold.program = "true";
    CommandSet commands;
    OwnDaemon own(commands.update({warm, cold}, HandlerRegistry()));
    const MetricsCollector metrics({own.daemon(), nullptr, &commands});
    QTRY_COMPARE(Series(metrics.text()).value("daemonrpc_warm_pool_copies{command=\"warm\",state=\"ready\"}"),
                 2.0);
    const Series series(metrics.text());
    QCOMPARE(series.value("daemonrpc_warm_pool_copies{command=\"warm\",state=\"wanted\"}"), 2.0);
    QCOMPARE(series.value("daemonrpc_warm_pool_hits_total{command=\"warm\"}"), 0.0);
    QVERIFY(!series.contains("daemonrpc_warm_pool_hits_total{command=\"cold\"}"));
    QCOMPARE(series.value("daemonrpc_command_requests{command=\"cold\",state=\"running\"}"), 0.0);
}

void tst_MetricsCollector::healthAndLoop()
{
    OwnDaemon own;
    QVERIFY(own.daemon().start());
    HealthService health(own.daemon(), {});
    const LogService log;
    const MetricsCollector metrics({own.daemon(), &health, nullptr, &log});
    health.monitor().runRound();
    Q_EMIT health.loopSampled(7ms);
    const Series series(metrics.text());
    QCOMPARE(series.value("daemonrpc_health_status"), 0.0);
    QCOMPARE(series.value("daemonrpc_health_check_status{check=\"event_loop\"}"), 0.0);
    QCOMPARE(series.value("daemonrpc_restart_attempts"), 0.0);
    QCOMPARE(series.value("daemonrpc_event_loop_lag_seconds_bucket{le=\"0.005\"}"), 0.0);
    QCOMPARE(series.value("daemonrpc_event_loop_lag_seconds_bucket{le=\"0.01\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_log_dropped_lines_total"), 0.0);
}

void tst_MetricsCollector::healthServiceMayEndFirst()
{
    OwnDaemon own;
    auto health = std::make_unique<HealthService>(own.daemon(), ServiceConfiguration::Health());
    const MetricsCollector metrics({own.daemon(), health.get()});
    QVERIFY(Series(metrics.text()).contains("daemonrpc_health_status"));
    health.reset();
    QVERIFY(!Series(metrics.text()).contains("daemonrpc_health_status"));
}

void tst_MetricsCollector::process()
{
    OwnDaemon own;
    QVERIFY(own.daemon().start());
    const MetricsCollector metrics({own.daemon()});
    const QByteArray text = metrics.text();
    const Series series(text);
    QVERIFY(series.value("daemonrpc_private_memory_bytes") > 100'000);
    QVERIFY(series.value("process_resident_memory_bytes") > series.value("daemonrpc_private_memory_bytes"));
    QVERIFY(series.value("process_cpu_seconds_total") > 0);
    QVERIFY(series.value("process_open_fds") >= 3);
    const double started = series.value("process_start_time_seconds");
    QVERIFY(std::abs(started - double(QDateTime::currentMSecsSinceEpoch()) / 1e3) < 3600);
    QCOMPARE(series.value("daemonrpc_state{state=\"ready\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_state{state=\"draining\"}"), 0.0);
    QVERIFY(
        text.contains("daemonrpc_build_info{version=\"" + own.daemon().snapshot().version.toUtf8() + "\""));
    QVERIFY(own.daemon().drain());
    QCOMPARE(Series(metrics.text()).value("daemonrpc_state{state=\"draining\"}"), 1.0);
}

// Each family has its line of help and type once, and its series right after them.
void tst_MetricsCollector::everyLineIsDefined()
{
    OwnDaemon own(handlers());
    QVERIFY(own.daemon().start());
    HealthService health(own.daemon(), {});
    MetricsCollector metrics({own.daemon(), &health});
    RequestRecord request = record();
    request.cancellation = CancellationRecord{CancellationReason::Timeout, {}, 1, 5200, true};
    request.error = Error(ErrorCode::Cancelled, u"x"_s);
    finish(own, request);
    metrics.countHttpRequest(u"/metrics"_s, 200);
    QHash<QByteArray, MetricDefinition> defined;
    for (const MetricDefinition &definition : metricDefinitions())
        defined.insert(definition.name, definition);
    QCOMPARE(defined.size(), metricDefinitions().size());
    QSet<QByteArray> seen;
    QByteArray current;
    const QByteArrayList lines = metrics.text().split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            continue;
        if (line.startsWith("# HELP ")) {
            current = line.split(' ')[2];
            QVERIFY2(defined.contains(current) && !seen.contains(current), line.constData());
            seen.insert(current);
            QCOMPARE(line, "# HELP " + current + ' ' + defined[current].help);
        } else if (line.startsWith("# TYPE ")) {
            QCOMPARE(line, "# TYPE " + current + ' ' + metricTypeName(defined[current].type));
        } else {
            const QRegularExpression form(u"^(\\w+?)(_bucket|_sum|_count)?(\\{(.*)\\})? \\S+$"_s);
            const QRegularExpressionMatch match = form.match(QString::fromUtf8(line));
            QVERIFY2(match.hasMatch() && line.startsWith(current), line.constData());
            const QByteArrayList allowed = QByteArray(defined[current].labels).split(' ');
            QRegularExpressionMatchIterator label =
                QRegularExpression(u"(\\w+)=\""_s).globalMatch(match.captured(4));
            while (label.hasNext()) {
                const QByteArray name = label.next().captured(1).toUtf8();
                QVERIFY2(allowed.contains(name) || name == "le", line.constData());
            }
        }
    }
    QVERIFY(seen.size() > 25);
}

// A checker that nobody here wrote.
void tst_MetricsCollector::promtoolAgrees()
{
    if (!Promtool::isThere())
        QSKIP("needs promtool, of the package prometheus");
    OwnDaemon own(handlers());
    QVERIFY(own.daemon().start());
    HealthService health(own.daemon(), {});
    const LogService log;
    MetricsCollector metrics({own.daemon(), &health, nullptr, &log});
    RequestRecord request = record();
    request.cancellation = CancellationRecord{CancellationReason::Timeout, {}, 1, 5200, true};
    request.error = Error(ErrorCode::Cancelled, u"x"_s);
    finish(own, request);
    metrics.countHttpRequest(u"/metrics"_s, 200);
    QCOMPARE(Promtool::check({u"check"_s, u"metrics"_s}, metrics.text()), QByteArray());
}

void tst_MetricsCollector::jsonSaysTheSame()
{
    OwnDaemon own(handlers());
    const MetricsCollector metrics({own.daemon()});
    RequestRecord request = record();
    request.durationUs = 1'000'000;
    finish(own, request);
    const QJsonArray families = metrics.json();
    QHash<QString, QJsonObject> byName;
    for (const QJsonValue family : families)
        byName.insert(family[u"name"].toString(), family.toObject());
    const QJsonObject requests = byName.value(u"daemonrpc_requests_total"_s);
    QCOMPARE(requests[u"type"].toString(), u"counter"_s);
    QVERIFY(!requests[u"help"].toString().isEmpty());
    QCOMPARE(requests[u"series"][0][u"labels"].toObject(),
             (QJsonObject{{u"command"_s, u"known"_s}, {u"outcome"_s, u"success"_s}}));
    QCOMPARE(requests[u"series"][0][u"value"].toInt(), 1);
    const QJsonValue duration = byName.value(u"daemonrpc_request_duration_seconds"_s)[u"series"][0];
    QCOMPARE(duration[u"count"].toInt(), 1);
    QCOMPARE(duration[u"sum"].toDouble(), 1.0);
    QCOMPARE(duration[u"buckets"].toArray().last()[u"le"].toDouble(), 600.0);
    QCOMPARE(duration[u"buckets"].toArray().last()[u"count"].toInt(), 1);
}

void tst_MetricsCollector::statistics()
{
    OwnDaemon own(handlers());
    QVERIFY(own.daemon().start());
    const MetricsCollector metrics({own.daemon()});
    Client client(own.options());
    for (const QByteArrayList &arguments : {QByteArrayList{"known"}, {"known", "fails"}}) {
        Command command;
        command.arguments = arguments;
        Reply *reply = client.execute(command);
        QTRY_VERIFY(reply->isFinished());
    }
    QTRY_COMPARE(own.daemon().server().connections().count(), 0);
    const HealthStatistics statistics = metrics.statistics();
    QCOMPARE(statistics.totalRequests, 2);
    QCOMPARE(statistics.failedRequests, 1);
    QCOMPARE(statistics.runningRequests, 0);
    QCOMPARE(statistics.totalConnections, 2);
    QCOMPARE(statistics.activeConnections, 0);
    QVERIFY(statistics.receivedBytes > 0 && statistics.sentBytes > 0);
    QVERIFY(statistics.memoryUsageMb > 0.1 && statistics.memoryUsageMb < 100000);
    QVERIFY(statistics.uptimeSeconds >= 0 && statistics.uptimeSeconds < 3600);
    const QJsonObject json = statistics.toJson();
    QCOMPARE(json[u"total_requests"].toInt(), 2);
    QCOMPARE(json[u"failed_requests"].toInt(), 1);
    QCOMPARE(json[u"active_connections"].toInt(-1), 0);
    QCOMPARE(json[u"memory_usage_mb"].toDouble(), statistics.memoryUsageMb);
    QCOMPARE(json[u"uptime"].toDouble(-1), statistics.uptimeSeconds);
}

void tst_MetricsCollector::httpRequests()
{
    OwnDaemon own;
    MetricsCollector metrics({own.daemon()});
    metrics.countHttpRequest(u"/healthz"_s, 503);
    metrics.countHttpRequest(u"/healthz"_s, 503);
    QCOMPARE(Series(metrics.text()).value("daemonrpc_http_requests_total{code=\"503\",path=\"/healthz\"}"),
             2.0);
}

void tst_MetricsCollector::rpcCalls()
{
    OwnDaemon own;
    const MetricsCollector metrics({own.daemon()});
    const auto call = [&own](const QString &method, Role role, const QJsonValue &params = QJsonObject()) {
        RpcPeer peer;
        peer.identity.role = role;
        own.daemon().methods().call(RpcRequest{RpcId(1), method, params}, peer, [](const RpcOutcome &) {});
    };
    call(u"ping"_s, Role::ReadOnly);
    call(u"daemon.request"_s, Role::ReadOnly, QJsonObject{{u"id"_s, 4711}}); // there is none
    call(u"pong"_s, Role::Control);
    call(u"daemon.stop"_s, Role::ReadOnly);
    call(u"ping"_s, Role::None);
    call(u"pong"_s, Role::None); // is not told that there is none
    call(u"daemon.cancel"_s, Role::Control, QJsonObject{{u"id"_s, u"1"_s}});
    const Series series(metrics.text());
    QCOMPARE(series.value("daemonrpc_rpc_calls_total{outcome=\"called\"}"), 2.0);
    QCOMPARE(series.value("daemonrpc_rpc_calls_total{outcome=\"unknown\"}"), 1.0);
    QCOMPARE(series.value("daemonrpc_rpc_calls_total{outcome=\"refused\"}"), 3.0);
    QCOMPARE(series.value("daemonrpc_rpc_calls_total{outcome=\"invalid\"}"), 1.0);
    QCOMPARE(metrics.statistics().totalRequests, 0); // those are commands
}

void tst_MetricsCollector::beforeTheStart()
{
    OwnDaemon own;
    const MetricsCollector metrics({own.daemon()});
    QVERIFY(!Series(metrics.text()).contains("daemonrpc_uptime_seconds"));
    QCOMPARE(metrics.statistics().uptimeSeconds, 0.0);
}

QTEST_GUILESS_MAIN(tst_MetricsCollector)
#include "tst_metricscollector.moc"
