#include "fakecheck.h"

#include <daemonrpc/admin/healthsnapshot.h>
#include <daemonrpc/service/health/healthsource.h>

#include <QTest>

using namespace DaemonRpc;

class tst_HealthSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsRounds();
    void outlivesTheMonitor();
};

void tst_HealthSource::tellsRounds()
{
    HealthMonitor monitor;
    const HealthSource source(monitor);
    QCOMPARE(source.kind(), EventSource::Kind::State);
    QCOMPARE(source.count(), 0u);
    QVERIFY(source.first({}).isEmpty()); // nothing has been looked at
    monitor.runRound();
    QCOMPARE(source.count(), 1u);
    monitor.checkNow();
    QCOMPARE(source.count(), 2u);
    const QJsonArray values = source.since(0, {}).values;
    QCOMPARE(values.size(), 1);
    const Result<HealthSnapshot> health = HealthSnapshot::fromJson(values[0].toObject());
    QVERIFY(health);
    QCOMPARE(health->status, QStringLiteral("ok"));
    QVERIFY(health->checks.isEmpty());
}

void tst_HealthSource::outlivesTheMonitor()
{
    auto monitor = std::make_unique<HealthMonitor>();
    const HealthSource source(*monitor);
    monitor->runRound();
    monitor.reset();
    QCOMPARE(source.count(), 0u);
    QVERIFY(source.since(0, {}).values.isEmpty());
}

QTEST_GUILESS_MAIN(tst_HealthSource)
#include "tst_healthsource.moc"
