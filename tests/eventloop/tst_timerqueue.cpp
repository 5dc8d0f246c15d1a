#include <daemonrpc/eventloop/timerqueue_p.h>

#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;
using TimePoint = TimerQueue::TimePoint;

class TestTimerQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void firesInOrderOfDeadline();
    void firesInOrderOfSchedulingAtOneInstant();
    void roundsByType_data();
    void roundsByType();
    void doesNotDrift();
    void skipsMissedRounds();
    void zeroTimerFiresOncePerTurn();
    void whatATurnAddsWaitsForTheNext();
    void doesNotRefireBeforeFinish();
    void removedWhileFiringStaysRemoved();
    void replacedWhileFiringKeepsTheNewOne();
    void removesByObject();
    void listsTimersOfAnObject();
    void remainingIsRoundedUp();
    void hugeIntervalsDoNotOverflow();
    void thousandsStaySorted();

private:
    // A moment on no grid, so that rounding shows.
    const TimePoint m_now = TimePoint(123'456'789'012ns);
    QObject m_object;
};

void TestTimerQueue::isEmptyAtFirst()
{
    TimerQueue queue;
    QVERIFY(!queue.nextDeadline());
    QVERIFY(!queue.takeDue(m_now, queue.turnLimit()));
    QVERIFY(!queue.remaining(1, m_now));
    QVERIFY(!queue.remove(1));
    QVERIFY(!queue.removeAll(&m_object));
}

void TestTimerQueue::firesInOrderOfDeadline()
{
    TimerQueue queue;
    queue.add(1, 30ms, Qt::PreciseTimer, &m_object, m_now);
    queue.add(2, 10ms, Qt::PreciseTimer, &m_object, m_now);
    queue.add(3, 20ms, Qt::PreciseTimer, &m_object, m_now);
    QCOMPARE(*queue.nextDeadline(), m_now + 10ms);

    QVERIFY(!queue.takeDue(m_now + 10ms - 1ns, queue.turnLimit()));
    QList<int> fired;
    const quint64 limit = queue.turnLimit();
    while (const auto due = queue.takeDue(m_now + 30ms, limit)) {
        fired.append(due->timerId);
        queue.finish(*due);
    }
    QCOMPARE(fired, (QList<int>{2, 3, 1}));
}

void TestTimerQueue::firesInOrderOfSchedulingAtOneInstant()
{
    TimerQueue queue;
    for (const int id : {5, 9, 2, 7})
        queue.add(id, 10ms, Qt::PreciseTimer, &m_object, m_now);
    for (const int id : {5, 9, 2, 7}) {
        const auto due = queue.takeDue(m_now + 10ms, queue.turnLimit());
        QVERIFY(due);
        QCOMPARE(due->timerId, id);
    }
}

void TestTimerQueue::roundsByType_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<qint64>("allowedNanoseconds");
    QTest::newRow("precise") << Qt::PreciseTimer << 1000 << qint64(0);
    QTest::newRow("precise, zero") << Qt::PreciseTimer << 0 << qint64(0);
    QTest::newRow("coarse, zero") << Qt::CoarseTimer << 0 << qint64(0);
    QTest::newRow("coarse, short is precise") << Qt::CoarseTimer << 19 << qint64(0);
    QTest::newRow("coarse, 20 ms") << Qt::CoarseTimer << 20 << qint64(1'000'000);
    QTest::newRow("coarse, 1 s") << Qt::CoarseTimer << 1000 << qint64(50'000'000);
    QTest::newRow("coarse, long is very coarse") << Qt::CoarseTimer << 3'600'000 << qint64(1'000'000'000);
    QTest::newRow("very coarse, 300 ms") << Qt::VeryCoarseTimer << 300 << qint64(1'000'000'000);
    QTest::newRow("very coarse, 5 s") << Qt::VeryCoarseTimer << 5000 << qint64(1'000'000'000);
    QTest::newRow("very coarse, zero") << Qt::VeryCoarseTimer << 0 << qint64(0);
}

void TestTimerQueue::roundsByType()
{
    QFETCH(Qt::TimerType, type);
    QFETCH(int, milliseconds);
    QFETCH(qint64, allowedNanoseconds);

    bool someRounded = false;
    for (int step = 0; step < 500; ++step) {
        const TimePoint now = m_now + step * 7'654'321ns;
        TimerQueue queue;
        queue.add(1, std::chrono::milliseconds(milliseconds), type, &m_object, now);
        const auto late = *queue.nextDeadline() - (now + std::chrono::milliseconds(milliseconds));
        QVERIFY2(late >= 0ns, "a timer must never be early");
        QVERIFY(late <= std::chrono::nanoseconds(allowedNanoseconds));
        someRounded = someRounded || late > 0ns;
    }
    QCOMPARE(someRounded, allowedNanoseconds > 0);

    // The purpose of rounding: timers started close to each other wake the loop once.
    if (allowedNanoseconds > 0) {
        TimerQueue queue;
        const TimePoint aligned = TimePoint(1024s) - std::chrono::milliseconds(milliseconds);
        queue.add(1, std::chrono::milliseconds(milliseconds), type, &m_object, aligned - 1us);
        queue.add(2, std::chrono::milliseconds(milliseconds), type, &m_object, aligned - 2us);
        const TimePoint both = *queue.nextDeadline();
        QVERIFY(queue.remove(1));
        QCOMPARE(*queue.nextDeadline(), both);
    }
}

void TestTimerQueue::doesNotDrift()
{
    TimerQueue queue;
    queue.add(1, 100ms, Qt::CoarseTimer, &m_object, m_now);
    TimePoint now = m_now;
    for (int round = 1; round <= 1000; ++round) {
        now = *queue.nextDeadline();
        QVERIFY(now - (m_now + round * 100ms) <= 5ms);
        const auto due = queue.takeDue(now, queue.turnLimit());
        QVERIFY(due);
        queue.finish(*due);
    }
}

void TestTimerQueue::skipsMissedRounds()
{
    TimerQueue queue;
    queue.add(1, 10ms, Qt::PreciseTimer, &m_object, m_now);
    const TimePoint late = m_now + 95ms;
    const auto due = queue.takeDue(late, queue.turnLimit());
    QVERIFY(due);
    queue.finish(*due);
    QCOMPARE(*queue.nextDeadline(), late + 10ms);
    QVERIFY(!queue.takeDue(late, queue.turnLimit()));
}

void TestTimerQueue::zeroTimerFiresOncePerTurn()
{
    TimerQueue queue;
    queue.add(1, 0ms, Qt::CoarseTimer, &m_object, m_now);
    queue.add(2, 0ms, Qt::CoarseTimer, &m_object, m_now);
    for (int round = 0; round < 3; ++round) {
        QList<int> fired;
        const quint64 limit = queue.turnLimit();
        while (const auto due = queue.takeDue(m_now, limit)) {
            fired.append(due->timerId);
            queue.finish(*due);
        }
        QCOMPARE(fired, (QList<int>{1, 2}));
    }
}

void TestTimerQueue::whatATurnAddsWaitsForTheNext()
{
    TimerQueue queue;
    queue.add(1, 0ms, Qt::CoarseTimer, &m_object, m_now);
    const quint64 limit = queue.turnLimit();
    const auto due = queue.takeDue(m_now, limit);
    QVERIFY(due);
    queue.add(2, 0ms, Qt::CoarseTimer, &m_object, m_now);
    queue.finish(*due);
    QVERIFY(!queue.takeDue(m_now, limit));
    QVERIFY(queue.takeDue(m_now, queue.turnLimit()));
    QVERIFY(queue.takeDue(m_now, queue.turnLimit()));
}

void TestTimerQueue::doesNotRefireBeforeFinish()
{
    TimerQueue queue;
    queue.add(1, 10ms, Qt::PreciseTimer, &m_object, m_now);
    const auto due = queue.takeDue(m_now + 10ms, queue.turnLimit());
    QVERIFY(due);
    // A nested turn much later: the timer neither fires nor keeps the loop awake.
    QVERIFY(!queue.takeDue(m_now + 1s, queue.turnLimit()));
    QVERIFY(!queue.nextDeadline());
    QCOMPARE(queue.remaining(1, m_now + 10ms).value_or(-1ms), 10ms);
    queue.finish(*due);
    QCOMPARE(queue.takeDue(m_now + 1s, queue.turnLimit())->timerId, 1);
}

void TestTimerQueue::removedWhileFiringStaysRemoved()
{
    TimerQueue queue;
    queue.add(1, 10ms, Qt::PreciseTimer, &m_object, m_now);
    const auto due = queue.takeDue(m_now + 10ms, queue.turnLimit());
    QVERIFY(due);
    QVERIFY(queue.remove(1));
    queue.finish(*due);
    QVERIFY(!queue.nextDeadline());
    QVERIFY(!queue.remaining(1, m_now));
}

void TestTimerQueue::replacedWhileFiringKeepsTheNewOne()
{
    TimerQueue queue;
    queue.add(1, 10ms, Qt::PreciseTimer, &m_object, m_now);
    const auto due = queue.takeDue(m_now + 10ms, queue.turnLimit());
    QVERIFY(due);
    QVERIFY(queue.remove(1));
    QObject other;
    queue.add(1, 50ms, Qt::PreciseTimer, &other, m_now + 10ms);
    queue.finish(*due);

    QCOMPARE(*queue.nextDeadline(), m_now + 60ms);
    const auto next = queue.takeDue(m_now + 60ms, queue.turnLimit());
    QVERIFY(next);
    QCOMPARE(next->object, &other);
    QVERIFY2(!queue.takeDue(m_now + 60ms, queue.turnLimit()), "one timer must not stand in the queue twice");
}

void TestTimerQueue::removesByObject()
{
    TimerQueue queue;
    QObject other;
    queue.add(1, 10ms, Qt::PreciseTimer, &m_object, m_now);
    queue.add(2, 20ms, Qt::PreciseTimer, &other, m_now);
    queue.add(3, 30ms, Qt::PreciseTimer, &m_object, m_now);
    QVERIFY(queue.removeAll(&m_object));
    QVERIFY(!queue.removeAll(&m_object));
    QCOMPARE(*queue.nextDeadline(), m_now + 20ms);
    queue.clear();
    QVERIFY(!queue.nextDeadline());
}

void TestTimerQueue::listsTimersOfAnObject()
{
    TimerQueue queue;
    QObject other;
    queue.add(1, 10ms, Qt::PreciseTimer, &m_object, m_now);
    queue.add(2, 2000ms, Qt::VeryCoarseTimer, &other, m_now);
    const auto infos = queue.timersOf(&other);
    QCOMPARE(infos.size(), 1);
    QCOMPARE(infos.first().timerId, 2);
    QCOMPARE(infos.first().interval, 2000);
    QCOMPARE(infos.first().timerType, Qt::VeryCoarseTimer);
}

void TestTimerQueue::remainingIsRoundedUp()
{
    TimerQueue queue;
    queue.add(1, 10ms, Qt::PreciseTimer, &m_object, m_now);
    QCOMPARE(*queue.remaining(1, m_now), 10ms);
    QCOMPARE(*queue.remaining(1, m_now + 1ns), 10ms);
    QCOMPARE(*queue.remaining(1, m_now + 9'999'999ns), 1ms);
    QCOMPARE(*queue.remaining(1, m_now + 10ms), 0ms);
    QCOMPARE(*queue.remaining(1, m_now + 1s), 0ms);
}

void TestTimerQueue::hugeIntervalsDoNotOverflow()
{
    TimerQueue queue;
    for (const auto type : {Qt::PreciseTimer, Qt::CoarseTimer, Qt::VeryCoarseTimer}) {
        queue.add(1, std::chrono::milliseconds::max(), type, &m_object, m_now);
        QVERIFY(*queue.nextDeadline() >= m_now + TimerQueue::maximumInterval);
        QCOMPARE(queue.timersOf(&m_object).first().interval, std::numeric_limits<int>::max());
    }
}

void TestTimerQueue::thousandsStaySorted()
{
    constexpr int Count = 5000;
    TimerQueue queue;
    for (int id = 1; id <= Count; ++id)
        queue.add(id, std::chrono::milliseconds(id * 7919 % 4999), Qt::PreciseTimer, &m_object, m_now);
    for (int id = 1; id <= Count; id += 2)
        QVERIFY(queue.remove(id));

    const quint64 limit = queue.turnLimit();
    int last = -1;
    int fired = 0;
    while (const auto due = queue.takeDue(m_now + 5s, limit)) {
        const int interval = due->timerId * 7919 % 4999;
        QVERIFY(interval >= last);
        QVERIFY(due->timerId % 2 == 0);
        last = interval;
        ++fired;
    }
    QCOMPARE(fired, Count / 2);
}

QTEST_APPLESS_MAIN(TestTimerQueue)
#include "tst_timerqueue.moc"
