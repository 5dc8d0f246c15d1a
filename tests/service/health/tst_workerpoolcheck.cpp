#include <daemonrpc/service/health/workerpoolcheck.h>

#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_WorkerPoolCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thresholds_data();
    void thresholds();
};

void tst_WorkerPoolCheck::thresholds_data()
{
    QTest::addColumn<int>("quarantined");
    QTest::addColumn<int>("queued");
    QTest::addColumn<HealthStatus>("status");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("idle") << 0 << 0 << HealthStatus::Ok << u"none lost"_s;
    QTest::newRow("busy") << 0 << 89 << HealthStatus::Ok << u"89"_s;
    QTest::newRow("queue nearly full") << 0 << 90 << HealthStatus::Warning << u"90"_s;
    QTest::newRow("one lost") << 1 << 0 << HealthStatus::Warning << u"limit 4"_s;
    QTest::newRow("one lost, queue full") << 1 << 100 << HealthStatus::Warning << u"1 workers"_s;
    QTest::newRow("too many lost") << 4 << 0 << HealthStatus::Failed << u"limit 4"_s;
}

void tst_WorkerPoolCheck::thresholds()
{
    QFETCH(const int, quarantined);
    QFETCH(const int, queued);
    QFETCH(const HealthStatus, status);
    QFETCH(const QString, mentions);
    WorkerPoolCheck check([=] { return WorkerPoolCheck::Figures{quarantined, queued}; }, 4, 100);
    const HealthResult result = check.run();
    QVERIFY2(result.status == status, qPrintable(result.text));
    QVERIFY2(result.text.contains(mentions), qPrintable(result.text));
    QCOMPARE(result.value, double(quarantined));
    QVERIFY(check.isCuredByRestart());
}

QTEST_GUILESS_MAIN(tst_WorkerPoolCheck)

#include "tst_workerpoolcheck.moc"
