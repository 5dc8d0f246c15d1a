#include "epolltest.h"

#include <QPointer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

#include <atomic>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class TestEpollThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loopOfItsOwn();
    void queuedCallsFromFourThreads();
    void noWakeUpIsLost();
    void bareWakeUpIsEnough();
    void quitIsNeverMissed();
    void objectsDieWithTheirThread();
    void warnsAboutTheWrongThread();

private:
    using Threads = std::vector<std::unique_ptr<QThread>>;

    static Threads startFour(const std::function<void()> &body)
    {
        Threads threads;
        for (int count = 0; count < 4; ++count) {
            threads.emplace_back(QThread::create(body));
            threads.back()->start();
        }
        return threads;
    }

    static bool joinAll(const Threads &threads)
    {
        return std::all_of(threads.cbegin(), threads.cend(),
                           [](const auto &thread) { return thread->wait(30s); });
    }

    /// A thread whose loop runs under the dispatcher.
    static std::unique_ptr<QThread> startLoop()
    {
        auto thread = std::make_unique<QThread>();
        thread->setEventDispatcher(new EpollDispatcher);
        thread->start();
        return thread;
    }

    static bool stopLoop(QThread &thread)
    {
        thread.quit();
        return thread.wait(30s);
    }
};

void TestEpollThreads::loopOfItsOwn()
{
    const std::unique_ptr<QThread> thread = startLoop();
    QVERIFY(qobject_cast<EpollDispatcher *>(thread->eventDispatcher()));
    SocketPair pair;
    QObject worker;
    worker.moveToThread(thread.get());
    std::atomic<int> ticks = 0;
    std::atomic<int> reads = 0;
    QMetaObject::invokeMethod(
        &worker,
        [&] {
            auto *timer = new QTimer(&worker);
            connect(timer, &QTimer::timeout, &worker, [&ticks] { ++ticks; });
            timer->start(1);
            auto *notifier = new QSocketNotifier(pair.here.get(), QSocketNotifier::Read, &worker);
            connect(notifier, &QSocketNotifier::activated, &worker, [&reads](QSocketDescriptor fd) {
                SocketPair::drain(fd);
                ++reads;
            });
        },
        Qt::BlockingQueuedConnection);
    QVERIFY(pair.send());
    QTRY_VERIFY(reads == 1 && ticks >= 3);
    QMetaObject::invokeMethod(
        &worker,
        [&worker, home = QThread::currentThread()] {
            qDeleteAll(worker.children());
            worker.moveToThread(home);
        },
        Qt::BlockingQueuedConnection);
    QVERIFY(stopLoop(*thread));
}

void TestEpollThreads::queuedCallsFromFourThreads()
{
    constexpr int PerThread = 5000;
    int received = 0;
    const Threads threads = startFour([this, &received] {
        for (int count = 0; count < PerThread; ++count)
            QMetaObject::invokeMethod(
                this, [&received] { ++received; }, Qt::QueuedConnection);
    });
    QTRY_COMPARE_WITH_TIMEOUT(received, 4 * PerThread, 30000);
    QVERIFY(joinAll(threads));
}

void TestEpollThreads::noWakeUpIsLost()
{
    // Each call waits for its answer, so the loop falls asleep again and again: one lost wake-up and a
    // thread stands still for ever.
    constexpr int PerThread = 1000;
    std::atomic<int> answered = 0;
    const Threads threads = startFour([this, &answered] {
        QSemaphore answer;
        for (int count = 0; count < PerThread; ++count) {
            QMetaObject::invokeMethod(
                this, [&answer] { answer.release(); }, Qt::QueuedConnection);
            if (!answer.tryAcquire(1, 20000))
                return;
            ++answered;
        }
    });
    QEventLoop loop;
    const auto quitWhenDone = [&] {
        if (std::all_of(threads.cbegin(), threads.cend(),
                        [](const auto &thread) { return thread->isFinished(); }))
            loop.quit();
    };
    for (const auto &thread : threads)
        connect(thread.get(), &QThread::finished, &loop, quitWhenDone);
    QMetaObject::invokeMethod(&loop, quitWhenDone, Qt::QueuedConnection);
    loop.exec();
    QCOMPARE(answered.load(), 4 * PerThread);
    QVERIFY(joinAll(threads));
}

void TestEpollThreads::bareWakeUpIsEnough()
{
    // Without a posted event, the state of the waker alone has to carry the wake-up.
    constexpr int Rounds = 2000;
    auto *dispatcher = QAbstractEventDispatcher::instance();
    std::atomic<int> asked = 0;
    std::atomic<int> seen = 0;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        for (int round = 1; round <= Rounds; ++round) {
            asked = round;
            dispatcher->wakeUp();
            while (seen.load() < round)
                QThread::yieldCurrentThread();
        }
    }));
    thread->start();
    while (seen < Rounds) {
        while (asked.load() == seen.load())
            turn(QEventLoop::WaitForMoreEvents);
        seen = asked.load();
    }
    QVERIFY(thread->wait(30s));
    QCOMPARE(seen.load(), Rounds);
}

void TestEpollThreads::quitIsNeverMissed()
{
    for (int round = 0; round < 200; ++round) {
        const std::unique_ptr<QThread> thread = startLoop();
        // Sometimes before exec(), sometimes between two turns, sometimes in the sleep.
        if (round % 3 != 0) {
            QObject context;
            context.moveToThread(thread.get());
            QMetaObject::invokeMethod(
                &context, [&context, home = QThread::currentThread()] { context.moveToThread(home); },
                Qt::BlockingQueuedConnection);
        }
        QVERIFY(stopLoop(*thread));
    }
}

void TestEpollThreads::objectsDieWithTheirThread()
{
    const std::unique_ptr<QThread> thread = startLoop();
    auto *worker = new QObject;
    std::atomic<bool> gone = false;
    connect(worker, &QObject::destroyed, worker, [&gone] { gone = true; });
    worker->moveToThread(thread.get());
    connect(thread.get(), &QThread::finished, worker, &QObject::deleteLater);
    SocketPair pair;
    QMetaObject::invokeMethod(
        worker,
        [&pair, worker] {
            new QSocketNotifier(pair.here.get(), QSocketNotifier::Read, worker);
            worker->startTimer(1);
        },
        Qt::BlockingQueuedConnection);
    QVERIFY(stopLoop(*thread));
    QVERIFY(gone);
}

void TestEpollThreads::warnsAboutTheWrongThread()
{
    EpollDispatcher dispatcher;
    QThread *home = QThread::currentThread();
    bool removed = true;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        dispatcher.registerTimer(1'000'001, 10, Qt::CoarseTimer, &dispatcher);
        removed = dispatcher.unregisterTimer(1'000'001);
    }));
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("can only be started in the thread")));
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("can only be stopped in the thread")));
    thread->start();
    QVERIFY(thread->wait(30s));
    QVERIFY(!removed);
    QCOMPARE(dispatcher.thread(), home);
    QVERIFY(dispatcher.registeredTimers(&dispatcher).isEmpty());
}

int main(int argc, char **argv) { return runUnderEpoll<TestEpollThreads>(argc, argv); }

#include "tst_epollthreads.moc"
