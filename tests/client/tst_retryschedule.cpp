#include "tests/shared/manualclock.h"

#include <daemonrpc/client/retryschedule.h>

#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class tst_RetrySchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mayRepeat_data();
    void mayRepeat();
    void triesOnceByDefault();
    void pausesGrowUntilTheAttemptsAreUsedUp();
    void unlimited();
    void deadlineEndsTheAttempts();
    void deadlineDuringAnAttempt();
    void stopped();
    void hurried();
    void beginsAnew();
    void systemsClock();
    void systemsChance();

private:
    [[nodiscard]] RetryPolicy policy(int maxAttempts, double drawn = 0.5) const
    {
        RetryPolicy policy;
        policy.maxAttempts = maxAttempts;
        policy.initialDelay = 100ms;
        policy.maxDelay = 1000ms;
        policy.random = [drawn] { return drawn; };
        policy.clock = m_clock;
        return policy;
    }

    std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>();
};

void tst_RetrySchedule::mayRepeat_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("ifUnknown");
    QTest::addColumn<bool>("ifIdempotent");
    QTest::newRow("queue full") << ErrorCode::QueueFull << true << true;
    QTest::newRow("connections") << ErrorCode::TooManyConnections << true << true;
    QTest::newRow("draining") << ErrorCode::Draining << true << true;
    QTest::newRow("replaced") << ErrorCode::DaemonReplaced << true << true;
    QTest::newRow("not running") << ErrorCode::NotRunning << true << true;
    QTest::newRow("refused") << ErrorCode::ConnectionRefused << true << true;
    QTest::newRow("reset") << ErrorCode::ConnectionReset << true << true;
    QTest::newRow("lost") << ErrorCode::ConnectionLost << false << true;
    QTest::newRow("timeout") << ErrorCode::Timeout << false << true;
    QTest::newRow("resources") << ErrorCode::ResourceExhausted << false << true;
    QTest::newRow("hand-over limit") << ErrorCode::HandOverLimit << false << false;
    QTest::newRow("unknown command") << ErrorCode::UnknownCommand << false << false;
    QTest::newRow("not allowed") << ErrorCode::PermissionDenied << false << false;
    QTest::newRow("newer daemon") << ErrorCode::DaemonNewer << false << false;
    QTest::newRow("cancelled") << ErrorCode::Cancelled << false << false;
    QTest::newRow("of the future") << static_cast<ErrorCode>(9999) << false << false;
}

void tst_RetrySchedule::mayRepeat()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const bool, ifUnknown);
    QFETCH(const bool, ifIdempotent);
    QCOMPARE(RetryPolicy::mayRepeat(code, Idempotence::Unknown), ifUnknown);
    QCOMPARE(RetryPolicy::mayRepeat(code, Idempotence::Given), ifIdempotent);
}

void tst_RetrySchedule::triesOnceByDefault()
{
    RetrySchedule schedule{RetryPolicy()};
    schedule.begin();
    QCOMPARE(schedule.attempt(), 1);
    QVERIFY(!schedule.planNext());
    QVERIFY(!schedule.isWaiting());
    QVERIFY(!schedule.remaining());
    QCOMPARE(schedule.attempt(), 1);
}

void tst_RetrySchedule::pausesGrowUntilTheAttemptsAreUsedUp()
{
    RetrySchedule schedule(policy(6));
    QSignalSpy due(&schedule, &RetrySchedule::due);
    schedule.begin();
    QList<std::chrono::milliseconds> pauses;
    while (const std::optional<std::chrono::milliseconds> pause = schedule.planNext()) {
        pauses.append(*pause);
        QCOMPARE(schedule.attempt(), pauses.size() + 1);
        QVERIFY(schedule.isWaiting());
        m_clock->advance(*pause - 1ms);
        QCOMPARE(due.size(), pauses.size() - 1);
        m_clock->advance(1ms);
        QCOMPARE(due.size(), pauses.size());
        QVERIFY(!schedule.isWaiting());
    }
    const QList<std::chrono::milliseconds> expected = {50ms, 100ms, 200ms, 400ms, 500ms};
    QCOMPARE(pauses, expected);
    QCOMPARE(schedule.elapsed(), 1250ms);
}

void tst_RetrySchedule::unlimited()
{
    RetrySchedule schedule(policy(RetryPolicy::unlimited));
    schedule.begin();
    for (int i = 0; i < 10'000; ++i) {
        const std::optional<std::chrono::milliseconds> pause = schedule.planNext();
        QVERIFY(pause);
        m_clock->advance(*pause);
    }
    QCOMPARE(schedule.attempt(), 10'001);
}

void tst_RetrySchedule::deadlineEndsTheAttempts()
{
    RetryPolicy limited = policy(100, 0.999);
    limited.deadline = 500ms;
    RetrySchedule schedule(limited);
    QSignalSpy expired(&schedule, &RetrySchedule::expired);
    schedule.begin();
    QCOMPARE(*schedule.remaining(), 500ms);
    m_clock->advance(*schedule.planNext()); // 99 ms
    m_clock->advance(*schedule.planNext()); // 199 ms
    QCOMPARE(*schedule.remaining(), 202ms);
    QVERIFY(!schedule.planNext()); // 399 ms would be too long
    QVERIFY(!schedule.isWaiting());
    QCOMPARE(schedule.attempt(), 3);
    QCOMPARE(expired.size(), 0);
}

void tst_RetrySchedule::deadlineDuringAnAttempt()
{
    RetryPolicy limited = policy(100);
    limited.deadline = 500ms;
    RetrySchedule schedule(limited);
    QSignalSpy expired(&schedule, &RetrySchedule::expired);
    schedule.begin();
    m_clock->advance(499ms);
    QCOMPARE(expired.size(), 0);
    m_clock->advance(1ms);
    QCOMPARE(expired.size(), 1);
    m_clock->advance(1h);
    QCOMPARE(expired.size(), 1);
    QCOMPARE(*schedule.remaining(), 0ms);
    QVERIFY(!schedule.planNext());
}

void tst_RetrySchedule::stopped()
{
    RetryPolicy limited = policy(100);
    limited.deadline = 500ms;
    RetrySchedule schedule(limited);
    QSignalSpy due(&schedule, &RetrySchedule::due);
    QSignalSpy expired(&schedule, &RetrySchedule::expired);
    schedule.begin();
    QVERIFY(schedule.planNext());
    schedule.stop();
    QVERIFY(!schedule.isWaiting());
    m_clock->advance(1h);
    QCOMPARE(due.size(), 0);
    QCOMPARE(expired.size(), 0);
}

void tst_RetrySchedule::hurried()
{
    RetrySchedule schedule(policy(3));
    QSignalSpy due(&schedule, &RetrySchedule::due);
    schedule.begin();
    schedule.hurry(); // nothing is planned
    QCOMPARE(due.size(), 0);
    QVERIFY(schedule.planNext());
    schedule.hurry();
    QCOMPARE(due.size(), 1);
    m_clock->advance(1h); // the alarm of the pause that was cut short
    QCOMPARE(due.size(), 1);
}

void tst_RetrySchedule::beginsAnew()
{
    RetryPolicy limited = policy(2);
    limited.deadline = 500ms;
    RetrySchedule schedule(limited);
    QSignalSpy due(&schedule, &RetrySchedule::due);
    QSignalSpy expired(&schedule, &RetrySchedule::expired);
    schedule.begin();
    QCOMPARE(*schedule.planNext(), 50ms);
    m_clock->advance(10ms);
    schedule.begin();
    QCOMPARE(schedule.attempt(), 1);
    QCOMPARE(*schedule.planNext(), 50ms);
    m_clock->advance(40ms); // the alarm of before
    QCOMPARE(due.size(), 0);
    m_clock->advance(10ms);
    QCOMPARE(due.size(), 1);
    m_clock->advance(449ms); // the deadline of before has passed
    QCOMPARE(expired.size(), 0);
    m_clock->advance(1ms);
    QCOMPARE(expired.size(), 1);
}

void tst_RetrySchedule::systemsClock()
{
    RetryPolicy real;
    real.maxAttempts = 3;
    real.initialDelay = 2ms;
    real.maxDelay = 2ms;
    RetrySchedule schedule(real);
    QSignalSpy due(&schedule, &RetrySchedule::due);
    schedule.begin();
    QVERIFY(schedule.planNext());
    QTRY_COMPARE(due.size(), 1);
    QVERIFY(schedule.elapsed() >= 0ms);
    QVERIFY(schedule.planNext());
    QTRY_COMPARE(due.size(), 2);
}

// Whatever is drawn lies below the bound, and not all draws are alike.
void tst_RetrySchedule::systemsChance()
{
    RetryPolicy real;
    real.maxAttempts = 1001;
    real.initialDelay = real.maxDelay = 1'000'000ms;
    real.clock = m_clock;
    RetrySchedule schedule(real);
    schedule.begin();
    int inLowerHalf = 0;
    for (int i = 0; i < 1000; ++i) {
        const std::optional<std::chrono::milliseconds> pause = schedule.planNext();
        QVERIFY(pause && *pause >= 0ms && *pause < 1'000'000ms);
        inLowerHalf += *pause < 500'000ms ? 1 : 0;
        m_clock->advance(*pause);
    }
    QVERIFY2(inLowerHalf > 300 && inLowerHalf < 700, QByteArray::number(inLowerHalf).constData());
}

QTEST_GUILESS_MAIN(tst_RetrySchedule)
#include "tst_retryschedule.moc"
