#include "metricstesting.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/service/metrics/metricscollector.h>
#include <daemonrpc/service/metrics/metricsmethods.h>

#include <QTest>

using namespace DaemonRpc;
using namespace MetricsTesting;
using namespace Qt::StringLiterals;

class tst_MetricsMethods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void text();
    void json();
    void otherFormat();
    void statistics();
    void methodsOutliveTheCollector();

private:
    [[nodiscard]] Result<QJsonValue> call(const QString &method, const QJsonValue &params = {});

    std::unique_ptr<OwnDaemon> m_own;
    std::unique_ptr<MetricsCollector> m_metrics;
};

void tst_MetricsMethods::init()
{
    m_own = std::make_unique<OwnDaemon>();
    m_metrics = std::make_unique<MetricsCollector>(MetricsSources{m_own->daemon()});
    MetricsMethods::addTo(m_own->daemon().methods(), *m_metrics);
    QVERIFY(m_own->daemon().start());
}

void tst_MetricsMethods::cleanup()
{
    m_metrics.reset();
    m_own.reset();
}

Result<QJsonValue> tst_MetricsMethods::call(const QString &method, const QJsonValue &params)
{
    AdminClient admin(m_own->options());
    std::optional<Result<QJsonValue>> answer;
    admin.call(method, params, [&answer](const Result<QJsonValue> &value) { answer = value; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        return unexpected(ErrorCode::Timeout, u"no answer"_s);
    return *answer;
}

void tst_MetricsMethods::text()
{
    const Result<QJsonValue> answer = call(u"metrics"_s);
    QVERIFY(answer);
    const Series series(answer->toString().toUtf8());
    QCOMPARE(series.value("daemonrpc_connections{state=\"rpc\"}"), 1.0);
    QCOMPARE(call(u"metrics"_s, QJsonObject{{u"format"_s, u"text"_s}})->type(), QJsonValue::String);
}

void tst_MetricsMethods::json()
{
    const Result<QJsonValue> answer = call(u"metrics"_s, QJsonObject{{u"format"_s, u"json"_s}});
    QVERIFY(answer);
    QVERIFY(answer->toArray().size() > 20);
}

void tst_MetricsMethods::otherFormat()
{
    const Result<QJsonValue> answer = call(u"metrics"_s, QJsonObject{{u"format"_s, u"xml"_s}});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code(), ErrorCode::InvalidArgument);
}

void tst_MetricsMethods::statistics()
{
    const Result<QJsonValue> answer = call(u"health.stats"_s);
    QVERIFY(answer);
    const QJsonObject numbers = answer->toObject();
    QCOMPARE(numbers[u"total_requests"].toInt(-1), 0);
    QCOMPARE(numbers[u"active_connections"].toInt(-1), 1);
    QVERIFY(numbers[u"memory_usage_mb"].toDouble() > 0.1);
    QVERIFY(numbers.contains(u"uptime"));
}

void tst_MetricsMethods::methodsOutliveTheCollector()
{
    m_metrics.reset();
    QCOMPARE(call(u"metrics"_s).error().code(), ErrorCode::Draining);
    QCOMPARE(call(u"health.stats"_s).error().code(), ErrorCode::Draining);
}

QTEST_GUILESS_MAIN(tst_MetricsMethods)
#include "tst_metricsmethods.moc"
