#include <daemonrpc/eventloop/loopwaker_p.h>

#include <QTest>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include <poll.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

class TestLoopWaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wakeUpsOfAnAwakeLoopAreOne();
    void pendingWakeUpForbidsSleep();
    void wakesASleepingLoop();
    void wakeUpSurvivesTheEndOfTheSleep();
    void lateWriteDoesNotStick();
    void waitEndsAtItsDeadline();
    void publishesWhatCameBefore();
    void noWakeUpIsLost();

private:
    static FileDescriptor eventFd() { return LoopWaker::openDescriptor().value(); }

    static bool isReadable(const LoopWaker &waker)
    {
        pollfd entry = {waker.descriptor(), POLLIN, 0};
        return ::poll(&entry, 1, 0) == 1;
    }
};

void TestLoopWaker::wakeUpsOfAnAwakeLoopAreOne()
{
    LoopWaker waker(eventFd());
    QVERIFY(!waker.isPending());
    waker.wake();
    waker.wake();
    QVERIFY2(!isReadable(waker), "a loop that is awake needs no system call");
    QVERIFY(waker.isPending());
    QVERIFY(waker.takeWakeUp());
    QVERIFY(!waker.takeWakeUp());
}

void TestLoopWaker::pendingWakeUpForbidsSleep()
{
    LoopWaker waker(eventFd());
    waker.wake();
    QVERIFY(!waker.prepareToSleep());
    QVERIFY(waker.takeWakeUp());
    QVERIFY(waker.prepareToSleep());
}

void TestLoopWaker::wakesASleepingLoop()
{
    LoopWaker waker(eventFd());
    QVERIFY(waker.prepareToSleep());
    waker.wake();
    waker.wake();
    QVERIFY(isReadable(waker));
    waker.waitAlone(std::nullopt);
    QVERIFY(!isReadable(waker));
}

void TestLoopWaker::wakeUpSurvivesTheEndOfTheSleep()
{
    LoopWaker waker(eventFd());
    QVERIFY(waker.prepareToSleep());
    waker.wake();
    waker.endSleep();
    QVERIFY(waker.isPending());

    QVERIFY(waker.takeWakeUp());
    QVERIFY(waker.prepareToSleep());
    waker.endSleep();
    QVERIFY(!waker.isPending());
    waker.wake();
    QVERIFY(waker.isPending());
}

void TestLoopWaker::lateWriteDoesNotStick()
{
    // The loop was woken by something else and never read the descriptor: the next sleep ends at once, the
    // one after it does not.
    LoopWaker waker(eventFd());
    QVERIFY(waker.prepareToSleep());
    waker.wake();
    waker.endSleep();
    QVERIFY(waker.takeWakeUp());

    QVERIFY(waker.prepareToSleep());
    waker.waitAlone(std::nullopt);
    waker.endSleep();
    QVERIFY(!waker.takeWakeUp());
    QVERIFY(!isReadable(waker));
}

void TestLoopWaker::waitEndsAtItsDeadline()
{
    LoopWaker waker(eventFd());
    const auto deadline = std::chrono::steady_clock::now() + 15ms;
    QVERIFY(waker.prepareToSleep());
    waker.waitAlone(deadline);
    QVERIFY(std::chrono::steady_clock::now() >= deadline);
    waker.waitAlone(doNotWait);
}

void TestLoopWaker::publishesWhatCameBefore()
{
    // No lock and no atomic: the wake-up itself has to carry the value over. ThreadSanitizer watches.
    LoopWaker waker(eventFd());
    int value = 0;
    std::thread writer([&] {
        value = 42;
        waker.wake();
    });
    while (!waker.takeWakeUp()) {
        if (waker.prepareToSleep()) {
            waker.waitAlone(std::nullopt);
            waker.endSleep();
        }
    }
    QCOMPARE(value, 42);
    writer.join();
}

void TestLoopWaker::noWakeUpIsLost()
{
    // Each of four threads waits for its own answer before it asks again; a lost wake-up stops them all.
    constexpr int Threads = 4;
    constexpr int PerThread = 2000;
    LoopWaker waker(eventFd());
    std::mutex mutex;
    std::condition_variable answered;
    std::vector<int> asked(Threads, 0);
    std::vector<int> served(Threads, 0);

    std::vector<std::thread> threads;
    for (size_t index = 0; index < Threads; ++index) {
        threads.emplace_back([&, index] {
            for (int round = 1; round <= PerThread; ++round) {
                {
                    const std::lock_guard lock(mutex);
                    asked[index] = round;
                }
                waker.wake();
                std::unique_lock lock(mutex);
                answered.wait(lock, [&] { return served[index] == round; });
            }
        });
    }

    const std::vector<int> all(Threads, PerThread);
    for (bool isDone = false; !isDone;) {
        [[maybe_unused]] const bool wasWoken = waker.takeWakeUp();
        {
            const std::lock_guard lock(mutex);
            served = asked;
            isDone = served == all;
        }
        answered.notify_all();
        if (!isDone && waker.prepareToSleep()) {
            waker.waitAlone(std::nullopt);
            waker.endSleep();
        }
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(served, all);
}

QTEST_APPLESS_MAIN(TestLoopWaker)
#include "tst_loopwaker.moc"
