#include "epolltest.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTimer>
#include <QTimerEvent>

#include <signal.h>
#include <sys/time.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class TestEpollTimers : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { QTRY_VERIFY(!turn()); }

    void firesInOrderAndNotEarly();
    void wakesOncePerTimer();
    void zeroTimerStarvesNobody();
    void slotMayStopItself();
    void slotMayStopOthers();
    void slotMayDeleteItsObject();
    void slotMayStartTimers();
    void slotMayRestartItself();
    void nestedTurnDoesNotRefire();
    void nestedLoopFiresTheOthers();
    void reportsTimers();
    void refusesNonsense();
    void signalsDoNotShortenTheSleep();
};

void TestEpollTimers::firesInOrderAndNotEarly()
{
    struct Plan
    {
        int milliseconds;
        Qt::TimerType type;
    };

    const QList<Plan> plans = {{40, Qt::PreciseTimer},   {10, Qt::PreciseTimer}, {0, Qt::PreciseTimer},
                               {25, Qt::PreciseTimer},   {60, Qt::CoarseTimer},  {1, Qt::CoarseTimer},
                               {30, Qt::VeryCoarseTimer}};
    QList<int> precise;
    QStringList early;
    qsizetype fired = 0;
    QElapsedTimer clock;
    clock.start();
    for (const Plan &plan : plans) {
        QTimer::singleShot(plan.milliseconds, plan.type, this, [&, plan] {
            ++fired;
            if (clock.nsecsElapsed() < plan.milliseconds * 1'000'000LL)
                early.append(QString::number(plan.milliseconds));
            if (plan.type == Qt::PreciseTimer)
                precise.append(plan.milliseconds);
        });
    }
    QTRY_COMPARE(fired, plans.size());
    QVERIFY2(early.isEmpty(), qPrintable(early.join(u' ')));
    QCOMPARE(precise, (QList<int>{0, 10, 25, 40}));
}

void TestEpollTimers::wakesOncePerTimer()
{
    // Waking before a timer is due would show as turns in which nothing happened.
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&fired] { ++fired; });
    timer.start(3);
    for (int round = 1; round <= 20; ++round) {
        QVERIFY(turn(QEventLoop::WaitForMoreEvents));
        QCOMPARE(fired, round);
    }
}

void TestEpollTimers::zeroTimerStarvesNobody()
{
    SocketPair pair;
    QSocketNotifier notifier(pair.here.get(), QSocketNotifier::Read);
    int zeros = 0;
    int posted = 0;
    int read = 0;
    QTimer zero;
    connect(&zero, &QTimer::timeout, this, [&zeros] { ++zeros; });
    connect(&notifier, &QSocketNotifier::activated, this, [&read](QSocketDescriptor fd) {
        SocketPair::drain(fd);
        ++read;
    });
    zero.start(0);
    for (int round = 1; round <= 50; ++round) {
        QVERIFY(pair.send());
        QMetaObject::invokeMethod(
            this, [&posted] { ++posted; }, Qt::QueuedConnection);
        QVERIFY(turn(QEventLoop::WaitForMoreEvents));
        QCOMPARE(zeros, round);
        QCOMPARE(posted, round);
        QCOMPARE(read, round);
    }
}

void TestEpollTimers::slotMayStopItself()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        ++fired;
        timer.stop();
    });
    timer.start(0);
    turn();
    turn();
    QCOMPARE(fired, 1);
    QCOMPARE(timer.remainingTime(), -1);
}

void TestEpollTimers::slotMayStopOthers()
{
    QTimer one;
    QTimer two;
    int fired = 0;
    connect(&one, &QTimer::timeout, this, [&] {
        ++fired;
        two.stop();
    });
    connect(&two, &QTimer::timeout, this, [&] {
        ++fired;
        one.stop();
    });
    one.start(0);
    two.start(0);
    turn();
    QCOMPARE(fired, 1);
    turn();
    QCOMPARE(fired, 2);
}

void TestEpollTimers::slotMayDeleteItsObject()
{
    class Suicidal : public QObject
    {
    public:
        Suicidal() { m_other.start(0, this); }

    protected:
        void timerEvent(QTimerEvent *) override { delete this; }

    private:
        int m_timerId = startTimer(0);
        QBasicTimer m_other;
    };

    bool gone = false;
    auto *object = new Suicidal;
    connect(object, &QObject::destroyed, this, [&gone] { gone = true; });
    turn();
    QVERIFY(gone);
    QVERIFY(!turn());
}

void TestEpollTimers::slotMayStartTimers()
{
    int fired = 0;
    const std::function<void(int)> chain = [&](int left) {
        ++fired;
        if (left > 0)
            QTimer::singleShot(0, Qt::PreciseTimer, this, [&chain, left] { chain(left - 1); });
    };
    QTimer starter;
    starter.setSingleShot(true);
    connect(&starter, &QTimer::timeout, this, [&chain] {
        QTimer many;
        for (int count = 0; count < 500; ++count)
            many.start(count);
        chain(10);
    });
    starter.start(0);
    QTRY_COMPARE(fired, 11);
}

void TestEpollTimers::slotMayRestartItself()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        if (++fired < 5)
            timer.start(1);
        else
            timer.stop();
    });
    timer.start(0);
    QTRY_COMPARE(fired, 5);
}

void TestEpollTimers::nestedTurnDoesNotRefire()
{
    QTimer timer;
    int depth = 0;
    int deepest = 0;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        ++fired;
        deepest = std::max(deepest, ++depth);
        for (int round = 0; round < 10; ++round)
            turn();
        --depth;
    });
    timer.start(0);
    turn();
    QCOMPARE(fired, 1);
    turn();
    QCOMPARE(fired, 2);
    QCOMPARE(deepest, 1);
}

void TestEpollTimers::nestedLoopFiresTheOthers()
{
    QTimer outer;
    QTimer ticker;
    int ticks = 0;
    bool finished = false;
    QEventLoop inner;
    connect(&ticker, &QTimer::timeout, this, [&] {
        if (++ticks == 5)
            inner.quit();
    });
    outer.setSingleShot(true);
    connect(&outer, &QTimer::timeout, this, [&] {
        inner.exec();
        finished = true;
    });
    ticker.start(1);
    outer.start(0);
    QTRY_VERIFY(finished);
    QVERIFY(ticks >= 5);
}

void TestEpollTimers::reportsTimers()
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    QObject object;
    const int id = object.startTimer(5000, Qt::PreciseTimer);
    const auto infos = dispatcher->registeredTimers(&object);
    QCOMPARE(infos.size(), 1);
    QCOMPARE(infos.first().timerId, id);
    QCOMPARE(infos.first().interval, 5000);
    const int remaining = dispatcher->remainingTime(id);
    QVERIFY(remaining > 0 && remaining <= 5000);
    QVERIFY(dispatcher->unregisterTimers(&object));
    QCOMPARE(dispatcher->remainingTime(id), -1);
    QVERIFY(!dispatcher->unregisterTimer(id));
    QVERIFY(dispatcher->registeredTimers(&object).isEmpty());
}

void TestEpollTimers::refusesNonsense()
{
    const QRegularExpression words(QStringLiteral("needs a positive id"));
    auto *dispatcher = QAbstractEventDispatcher::instance();
    for (int count = 0; count < 3; ++count)
        QTest::ignoreMessage(QtWarningMsg, words);
    dispatcher->registerTimer(0, 1, Qt::CoarseTimer, this);
    dispatcher->registerTimer(1'000'001, -1, Qt::CoarseTimer, this);
    dispatcher->registerTimer(1'000'001, 1, Qt::CoarseTimer, nullptr);
    QVERIFY(dispatcher->registeredTimers(this).isEmpty());
}

void TestEpollTimers::signalsDoNotShortenTheSleep()
{
    static volatile sig_atomic_t interruptions = 0;
    struct sigaction action = {};
    action.sa_handler = [](int) { interruptions = interruptions + 1; };
    struct sigaction before = {};
    QCOMPARE(::sigaction(SIGALRM, &action, &before), 0);
    itimerval often = {{0, 5000}, {0, 5000}};
    QCOMPARE(::setitimer(ITIMER_REAL, &often, nullptr), 0);

    QElapsedTimer clock;
    clock.start();
    bool fired = false;
    QTimer::singleShot(100, Qt::PreciseTimer, this, [&fired] { fired = true; });
    const bool happened = turn(QEventLoop::WaitForMoreEvents);

    itimerval never = {};
    ::setitimer(ITIMER_REAL, &never, nullptr);
    ::sigaction(SIGALRM, &before, nullptr);
    QVERIFY(interruptions > 0);
    QVERIFY(happened && fired);
    QVERIFY(clock.elapsed() >= 100);
}

int main(int argc, char **argv) { return runUnderEpoll<TestEpollTimers>(argc, argv); }

#include "tst_epolltimers.moc"
