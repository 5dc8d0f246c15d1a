#include "epolltest.h"

#include <QPointer>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

#include <sys/resource.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class TestEpollDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void isInstalled();
    void returnsWhetherSomethingHappened();
    void doesNotWaitAfterDeliveringPostedEvents();
    void wakeUpBeforeTheTurnIsNotLost();
    void wakeUpTakenByANestedTurnIsNotLost();
    void interruptEndsTheTurn();
    void interruptBeforeTheTurnKeepsItFromSleeping();
    void aboutToBlockOnlyBeforeSleeping();
    void slotsOfAboutToBlockMayPost();
    void slotsOfAboutToBlockMayStartTimers();
    void idleLoopDoesNotSpin();
    void excludesNotifiers();
    void excludedNotifiersDoNotSpin();
    void excludesTimers();
    void deferredDelete();
    void deferredDeleteWaitsForItsLoop();
    void nestedLoops();
    void forgetsEverythingWhenClosingDown();
    void createReportsExhaustion();

private:
    QAbstractEventDispatcher *m_dispatcher = nullptr;
};

void TestEpollDispatcher::init()
{
    m_dispatcher = QAbstractEventDispatcher::instance();
    // Nothing of an earlier test may count as an event of this one.
    QTRY_VERIFY(!turn());
}

void TestEpollDispatcher::isInstalled()
{
    QVERIFY(qobject_cast<EpollDispatcher *>(m_dispatcher));
    QCOMPARE(m_dispatcher->thread(), thread());
}

void TestEpollDispatcher::returnsWhetherSomethingHappened()
{
    QVERIFY(!turn());
    QMetaObject::invokeMethod(
        this, [] {}, Qt::QueuedConnection);
    QVERIFY(turn());
    QVERIFY(!turn());
}

void TestEpollDispatcher::doesNotWaitAfterDeliveringPostedEvents()
{
    QStringList order;
    const auto post = [this, &order](const QString &name) {
        QMetaObject::invokeMethod(
            this, [&order, name] { order.append(name); }, Qt::QueuedConnection);
    };
    post(QStringLiteral("a"));
    QMetaObject::invokeMethod(
        this, [post] { post(QStringLiteral("from a slot")); }, Qt::QueuedConnection);
    post(QStringLiteral("b"));
    QVERIFY(turn(QEventLoop::WaitForMoreEvents));
    QCOMPARE(order, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(turn(QEventLoop::WaitForMoreEvents));
    QCOMPARE(order.last(), QStringLiteral("from a slot"));
}

void TestEpollDispatcher::wakeUpBeforeTheTurnIsNotLost()
{
    m_dispatcher->wakeUp();
    m_dispatcher->wakeUp();
    QVERIFY(turn(QEventLoop::WaitForMoreEvents));
    QVERIFY2(!turn(), "several wake-ups are one");
}

void TestEpollDispatcher::wakeUpTakenByANestedTurnIsNotLost()
{
    // Without care the outer turn would now sleep for ever: its wake-up is gone.
    QObject context;
    int nested = 0;
    connect(m_dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context, [this, &nested] {
        if (++nested > 1)
            return;
        m_dispatcher->wakeUp();
        turn();
    });
    turn(QEventLoop::WaitForMoreEvents);
    QCOMPARE(nested, 1);
}

void TestEpollDispatcher::interruptEndsTheTurn()
{
    SocketPair pair;
    QVERIFY(pair.send());
    QSocketNotifier notifier(pair.here.get(), QSocketNotifier::Read);
    int activations = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&](QSocketDescriptor fd) {
        ++activations;
        SocketPair::drain(fd);
    });
    QMetaObject::invokeMethod(
        this, [this] { m_dispatcher->interrupt(); }, Qt::QueuedConnection);
    QVERIFY(!turn(QEventLoop::WaitForMoreEvents));
    QCOMPARE(activations, 0);
    QVERIFY(turn());
    QCOMPARE(activations, 1);
}

void TestEpollDispatcher::interruptBeforeTheTurnKeepsItFromSleeping()
{
    m_dispatcher->interrupt();
    QVERIFY(turn(QEventLoop::WaitForMoreEvents));
}

void TestEpollDispatcher::aboutToBlockOnlyBeforeSleeping()
{
    QSignalSpy blocks(m_dispatcher, &QAbstractEventDispatcher::aboutToBlock);
    QSignalSpy awakes(m_dispatcher, &QAbstractEventDispatcher::awake);
    turn();
    QCOMPARE(blocks.count(), 0);
    QCOMPARE(awakes.count(), 1);

    m_dispatcher->wakeUp();
    turn(QEventLoop::WaitForMoreEvents);
    QCOMPARE(blocks.count(), 0);

    QTimer zero;
    zero.start(0);
    turn(QEventLoop::WaitForMoreEvents);
    QCOMPARE(blocks.count(), 0);
    zero.stop();

    QTimer::singleShot(5, Qt::PreciseTimer, this, [] {});
    turn(QEventLoop::WaitForMoreEvents);
    QCOMPARE(blocks.count(), 1);
    QCOMPARE(awakes.count(), 4);
}

void TestEpollDispatcher::slotsOfAboutToBlockMayPost()
{
    QObject context;
    bool delivered = false;
    connect(
        m_dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context,
        [&] {
            QMetaObject::invokeMethod(
                &context, [&delivered] { delivered = true; }, Qt::QueuedConnection);
        },
        Qt::SingleShotConnection);
    turn(QEventLoop::WaitForMoreEvents);
    turn(QEventLoop::WaitForMoreEvents);
    QVERIFY(delivered);
}

void TestEpollDispatcher::slotsOfAboutToBlockMayStartTimers()
{
    QObject context;
    bool fired = false;
    connect(
        m_dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context,
        [&] { QTimer::singleShot(1, Qt::PreciseTimer, &context, [&fired] { fired = true; }); },
        Qt::SingleShotConnection);
    QVERIFY(turn(QEventLoop::WaitForMoreEvents));
    QVERIFY(fired);
}

void TestEpollDispatcher::idleLoopDoesNotSpin()
{
    SocketPair pair;
    QSocketNotifier read(pair.here.get(), QSocketNotifier::Read);
    QSocketNotifier exception(pair.here.get(), QSocketNotifier::Exception);
    QTimer far;
    far.start(1h);
    QEventLoop loop;
    QTimer::singleShot(300, &loop, &QEventLoop::quit);
    QSignalSpy blocks(m_dispatcher, &QAbstractEventDispatcher::aboutToBlock);
    QSignalSpy awakes(m_dispatcher, &QAbstractEventDispatcher::awake);
    loop.exec();
    QVERIFY2(blocks.count() >= 1 && blocks.count() <= 3, qPrintable(QString::number(blocks.count())));
    QVERIFY2(awakes.count() <= 5, qPrintable(QString::number(awakes.count())));
}

void TestEpollDispatcher::excludesNotifiers()
{
    SocketPair pair;
    QVERIFY(pair.send());
    QSocketNotifier notifier(pair.here.get(), QSocketNotifier::Read);
    QSignalSpy activated(&notifier, &QSocketNotifier::activated);
    QVERIFY(!turn(QEventLoop::ExcludeSocketNotifiers));
    QCOMPARE(activated.count(), 0);
    QVERIFY(turn());
    QCOMPARE(activated.count(), 1);
}

void TestEpollDispatcher::excludedNotifiersDoNotSpin()
{
    SocketPair pair;
    QVERIFY(pair.send());
    QSocketNotifier notifier(pair.here.get(), QSocketNotifier::Read);
    QSignalSpy activated(&notifier, &QSocketNotifier::activated);
    const auto flags = QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents;

    // A timer ends the sleep although a watched descriptor is ready all the time …
    bool fired = false;
    QTimer::singleShot(30, Qt::PreciseTimer, this, [&fired] { fired = true; });
    QVERIFY(turn(flags));
    QVERIFY2(fired, "the turn returned before there was anything to do");

    // … and so does a wake-up from another thread.
    std::unique_ptr<QThread> waker(QThread::create([this] {
        QMetaObject::invokeMethod(
            this, [&] {}, Qt::QueuedConnection);
    }));
    waker->start();
    QVERIFY(turn(flags));
    QVERIFY(waker->wait(10s));
    QCOMPARE(activated.count(), 0);
}

void TestEpollDispatcher::excludesTimers()
{
    bool fired = false;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&fired] { fired = true; });
    timer.start(0);
    turn(QEventLoop::X11ExcludeTimers);
    QVERIFY(!fired);
    QVERIFY(turn());
    QVERIFY(fired);
}

void TestEpollDispatcher::deferredDelete()
{
    QPointer<QObject> object = new QObject;
    QEventLoop loop;
    connect(object, &QObject::destroyed, &loop, &QEventLoop::quit);
    object->deleteLater();
    loop.exec();
    QVERIFY(!object);
}

void TestEpollDispatcher::deferredDeleteWaitsForItsLoop()
{
    QPointer<QObject> object = new QObject;
    bool wasAliveInside = false;
    QEventLoop outer;
    QMetaObject::invokeMethod(
        &outer,
        [&] {
            object->deleteLater();
            QEventLoop inner;
            QTimer::singleShot(5, &inner, &QEventLoop::quit);
            inner.exec();
            wasAliveInside = !object.isNull();
            QTimer::singleShot(5, &outer, &QEventLoop::quit);
        },
        Qt::QueuedConnection);
    outer.exec();
    QVERIFY(wasAliveInside);
    QVERIFY(!object);
}

void TestEpollDispatcher::nestedLoops()
{
    QList<int> ended;
    constexpr int Depth = 20;
    const std::function<void(int)> descend = [&](int level) {
        QEventLoop loop;
        if (level < Depth)
            QTimer::singleShot(level % 2, &loop, [&descend, level] { descend(level + 1); });
        QTimer::singleShot(level == Depth ? 1 : 2, &loop, &QEventLoop::quit);
        loop.exec();
        ended.append(level);
    };
    descend(1);
    QCOMPARE(ended.size(), Depth);
    QVERIFY(std::is_sorted(ended.crbegin(), ended.crend()));
}

void TestEpollDispatcher::forgetsEverythingWhenClosingDown()
{
    EpollDispatcher dispatcher;
    QObject object;
    dispatcher.registerTimer(1'000'001, 0, Qt::CoarseTimer, &object);
    QCOMPARE(dispatcher.registeredTimers(&object).size(), 1);
    SocketPair pair;
    QVERIFY(pair.send());
    QSocketNotifier notifier(pair.here.get(), QSocketNotifier::Read);
    notifier.setEnabled(false);
    dispatcher.registerSocketNotifier(&notifier);
    QVERIFY(dispatcher.processEvents(QEventLoop::AllEvents));

    dispatcher.closingDown();
    QVERIFY(dispatcher.registeredTimers(&object).isEmpty());
    QVERIFY(!dispatcher.processEvents(QEventLoop::AllEvents));
}

void TestEpollDispatcher::createReportsExhaustion()
{
    QVERIFY(EpollDispatcher::create().has_value());

    rlimit limit = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    const FileDescriptor lowestFree(::dup(0));
    for (rlim_t more = 0; more < 2; ++more) {
        rlimit few = limit;
        few.rlim_cur = static_cast<rlim_t>(lowestFree.get()) + 1 + more;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
        const auto result = EpollDispatcher::create();
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
        QVERIFY(!result);
        QCOMPARE(result.error().code(), ErrorCode::ResourceExhausted);
    }
    QVERIFY(EpollDispatcher::create().has_value());
}

int main(int argc, char **argv) { return runUnderEpoll<TestEpollDispatcher>(argc, argv); }

#include "tst_epolldispatcher.moc"
