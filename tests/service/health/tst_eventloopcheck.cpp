#include <daemonrpc/service/health/eventloopcheck.h>

#include <QTest>

#include <thread>

using namespace DaemonRpc;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class tst_EventLoopCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void punctual();
    void late_data();
    void late();
    void overdueNow();
    void realLoop();
};

static EventLoopCheck::Options options()
{
    EventLoopCheck::Options options;
    options.sampling = 10ms;
    options.warning = 100ms;
    options.failure = 1000ms;
    return options;
}

void tst_EventLoopCheck::punctual()
{
    auto now = std::make_shared<std::chrono::milliseconds>(5s);
    EventLoopCheck check(options(), [now] { return *now; });
    *now += 10ms;
    const HealthResult result = check.run();
    QCOMPARE(result.status, HealthStatus::Ok);
    QCOMPARE(result.value, 0.0);
    QCOMPARE(result.unit, u"ms"_s);
    QVERIFY(check.isCuredByRestart());
}

void tst_EventLoopCheck::late_data()
{
    QTest::addColumn<int>("lateMs");
    QTest::addColumn<HealthStatus>("status");
    QTest::newRow("hardly") << 99 << HealthStatus::Ok;
    QTest::newRow("late") << 100 << HealthStatus::Warning;
    QTest::newRow("very late") << 1000 << HealthStatus::Failed;
}

void tst_EventLoopCheck::late()
{
    QFETCH(const int, lateMs);
    QFETCH(const HealthStatus, status);
    auto now = std::make_shared<std::chrono::milliseconds>(5s);
    auto isRead = std::make_shared<bool>(false);
    EventLoopCheck check(options(), [now, isRead] {
        *isRead = true;
        return *now;
    });
    auto told = std::make_shared<std::chrono::milliseconds>(-1ms);
    check.setObserver([told](std::chrono::milliseconds observed) {
        if (*told < 0ms)
            *told = observed;
    });
    *now += 10ms + std::chrono::milliseconds(lateMs);
    *isRead = false;
    QTRY_VERIFY(*isRead); // its own timer has seen it
    QCOMPARE(told->count(), std::chrono::milliseconds::rep(lateMs));
    const HealthResult result = check.run();
    QVERIFY2(result.status == status, qPrintable(result.text));
    QCOMPARE(result.value, double(lateMs));
    QCOMPARE(check.run().status, HealthStatus::Ok); // said once: it is over
}

void tst_EventLoopCheck::overdueNow()
{
    auto now = std::make_shared<std::chrono::milliseconds>(5s);
    EventLoopCheck check(options(), [now] { return *now; });
    *now += 510ms;
    QCOMPARE(check.run().value, 500.0); // without waiting for its timer
}

void tst_EventLoopCheck::realLoop()
{
    EventLoopCheck check(options());
    QTimer::singleShot(0, this, [] { std::this_thread::sleep_for(150ms); }); // a handler that blocks
    QTRY_VERIFY(check.run().status == HealthStatus::Warning);
}

QTEST_GUILESS_MAIN(tst_EventLoopCheck)

#include "tst_eventloopcheck.moc"
