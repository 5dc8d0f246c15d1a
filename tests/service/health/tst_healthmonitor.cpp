#include "fakecheck.h"

#include <daemonrpc/service/health/healthmonitor.h>

#include <QJsonArray>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_HealthMonitor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToCheck();
    void worstCounts();
    void remembers();
    void historyIsBounded();
    void failuresInARow();
    void interval();
    void json();
    void resultNames();
};

void tst_HealthMonitor::nothingToCheck()
{
    HealthMonitor monitor;
    QSignalSpy rounds(&monitor, &HealthMonitor::roundFinished);
    monitor.runRound();
    QCOMPARE(rounds.count(), 1);
    QCOMPARE(monitor.status(), HealthStatus::Ok);
}

void tst_HealthMonitor::worstCounts()
{
    HealthMonitor monitor;
    FakeCheck *first = FakeCheck::addTo(monitor, u"first"_s);
    FakeCheck *second = FakeCheck::addTo(monitor, u"second"_s);
    QList<HealthStatus> statuses;
    connect(&monitor, &HealthMonitor::statusChanged, this,
            [&](HealthStatus status) { statuses.append(status); });
    monitor.runRound();
    QCOMPARE(statuses, QList<HealthStatus>());
    first->status = HealthStatus::Warning;
    monitor.runRound();
    second->status = HealthStatus::Failed;
    monitor.runRound();
    monitor.runRound();
    first->status = HealthStatus::Ok;
    monitor.runRound();
    second->status = HealthStatus::Ok;
    monitor.runRound();
    QCOMPARE(statuses, QList<HealthStatus>({HealthStatus::Warning, HealthStatus::Failed, HealthStatus::Ok}));
    QCOMPARE(second->runs, 6);
}

void tst_HealthMonitor::remembers()
{
    qint64 now = 1000;
    HealthMonitor monitor(nullptr, [&now] { return now; });
    FakeCheck *check = FakeCheck::addTo(monitor, u"fake"_s);
    for (const HealthStatus status : {HealthStatus::Ok, HealthStatus::Ok, HealthStatus::Warning}) {
        check->status = status;
        check->value += 1;
        monitor.runRound();
        now += 10;
    }
    const HealthRecord &record = monitor.records().constFirst();
    QCOMPARE(record.name, u"fake"_s);
    QCOMPARE(record.last.status, HealthStatus::Warning);
    QCOMPARE(record.statusSinceMs, 1020); // when it last changed
    QCOMPARE(record.history.size(), 3);
    QCOMPARE(record.history[1].atMs, 1010);
    QCOMPARE(record.history[1].value, 2.0);
    QCOMPARE(record.history[1].status, HealthStatus::Ok);
}

void tst_HealthMonitor::historyIsBounded()
{
    HealthMonitor monitor;
    FakeCheck *check = FakeCheck::addTo(monitor, u"fake"_s);
    for (int i = 1; i <= 50; ++i) {
        check->value = i;
        monitor.runRound();
    }
    QCOMPARE(monitor.records().constFirst().history.size(), HealthMonitor::maxHistory);
    QCOMPARE(monitor.records().constFirst().history.constLast().value, 50.0);
}

void tst_HealthMonitor::failuresInARow()
{
    HealthMonitor monitor;
    FakeCheck *check = FakeCheck::addTo(monitor, u"fake"_s);
    check->status = HealthStatus::Failed;
    monitor.runRound();
    monitor.runRound();
    QCOMPARE(monitor.records().constFirst().failedRounds, 2);
    QSignalSpy rounds(&monitor, &HealthMonitor::roundFinished);
    monitor.checkNow(); // a question is no round
    QCOMPARE(monitor.records().constFirst().failedRounds, 2);
    QVERIFY(rounds.isEmpty());
    check->status = HealthStatus::Warning;
    monitor.runRound();
    QCOMPARE(monitor.records().constFirst().failedRounds, 0);
}

void tst_HealthMonitor::interval()
{
    HealthMonitor monitor;
    FakeCheck *check = FakeCheck::addTo(monitor, u"fake"_s);
    monitor.setInterval(5ms);
    QTRY_VERIFY(check->runs >= 3);
    monitor.setInterval(0ms);
    const int runs = check->runs;
    QTimer other;
    other.setSingleShot(true);
    other.start(30ms);
    QTRY_VERIFY(!other.isActive());
    QCOMPARE(check->runs, runs);
}

void tst_HealthMonitor::json()
{
    HealthMonitor monitor(nullptr, [] { return 7; });
    FakeCheck *check = FakeCheck::addTo(monitor, u"fake"_s);
    check->status = HealthStatus::Failed;
    check->value = 1.5;
    monitor.runRound();
    const QJsonObject json = monitor.toJson();
    QCOMPARE(json[u"status"].toString(), u"failed"_s);
    QVERIFY(json[u"round_us"].isDouble());
    const QJsonObject first = json[u"checks"][0].toObject();
    QCOMPARE(first.keys().join(u' '), u"history name since_ms status text unit value"_s);
    QCOMPARE(first[u"name"].toString(), u"fake"_s);
    QCOMPARE(first[u"since_ms"].toInt(), 7);
    QCOMPARE(first[u"history"].toArray(),
             (QJsonArray{QJsonObject{{u"at_ms"_s, 7}, {u"status"_s, u"failed"_s}, {u"value"_s, 1.5}}}));
}

void tst_HealthMonitor::resultNames()
{
    QCOMPARE(healthStatusName(HealthStatus::Ok), u"ok"_s);
    QCOMPARE(healthStatusName(HealthStatus::Warning), u"warning"_s);
    QCOMPARE(healthStatusName(HealthStatus::Failed), u"failed"_s);
}

QTEST_GUILESS_MAIN(tst_HealthMonitor)

#include "tst_healthmonitor.moc"
