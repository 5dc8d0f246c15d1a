#include "tests/shared/gate.h"

#include <daemonrpc/server/workerpool.h>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace DaemonRpc;

class tst_WorkerPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOnAnotherThread();
    void firstInFirstOut();
    void limitsWorkers_data();
    void limitsWorkers();
    void queueFull();
    void noQueueAtAll();
    void tellsPlaces();
    void changesItsLimits();
    void withdraws();
    void withdrawsNothingElse();
    void abandonedWorkIsReplaced();
    void tellsWhenAbandonedWorkReturns();
    void abandonsOnce();
    void abandonedAfterItsReturn();
    void submitFromFinishedKeepsTheOrder();
    void submitFromFinishedOfTheLast();
    void destroyedWaitsForRunningWork();
    void destroyedWithQueuedWork();
    void destroyedWithQuarantinedWork();

private:
    using Work = WorkQueue::Work;

    /// Work that counts in @p finished when it is told as done.
    static Work work(std::function<void()> run, int *finished = nullptr)
    {
        return {std::move(run),
                [finished] {
                    if (finished)
                        ++*finished;
                },
                [](int) {}};
    }
};

void tst_WorkerPool::runsOnAnotherThread()
{
    WorkerPool pool(1, 0);
    std::atomic<bool> isElsewhere = false;
    bool isFinishedHere = false;
    const QThread *here = QThread::currentThread();
    Work asked;
    asked.run = [&isElsewhere, here] { isElsewhere = QThread::currentThread() != here; };
    asked.finished = [&isFinishedHere, here] { isFinishedHere = QThread::currentThread() == here; };
    asked.placeChanged = [](int) { QFAIL("it never waits"); };
    QVERIFY(pool.submit(asked));
    QCOMPARE(pool.runningCount(), 1);
    QVERIFY(!isFinishedHere);
    QTRY_VERIFY(isFinishedHere);
    QVERIFY(isElsewhere);
    QCOMPARE(pool.runningCount(), 0);
}

void tst_WorkerPool::firstInFirstOut()
{
    WorkerPool pool(1, 100);
    Gate gate;
    std::mutex mutex;
    QList<int> order;
    int finished = 0;
    QVERIFY(pool.submit(work([&gate] { gate.pass(); }, &finished)));
    for (int i = 0; i < 100; ++i) {
        QVERIFY(pool.submit(work(
            [&mutex, &order, i] {
                const std::lock_guard lock(mutex);
                order.append(i);
            },
            &finished)));
    }
    QCOMPARE(pool.queueLength(), 100);
    gate.open();
    QTRY_COMPARE_WITH_TIMEOUT(finished, 101, 20000);
    QCOMPARE(order.size(), 100);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void tst_WorkerPool::limitsWorkers_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("expected");
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("three") << 3 << 3;
    QTest::newRow("at least one") << 0 << 1;
    QTest::newRow("at least one, however few") << -5 << 1;
}

void tst_WorkerPool::limitsWorkers()
{
    QFETCH(const int, asked);
    QFETCH(const int, expected);
    Gate gate;
    WorkerPool pool(asked, 100);
    int finished = 0;
    for (int i = 0; i < 5; ++i)
        QVERIFY(pool.submit(work([&gate] { gate.pass(); }, &finished)));
    QTRY_COMPARE(gate.visitors(), expected);
    QCOMPARE(pool.runningCount(), expected);
    QCOMPARE(pool.queueLength(), 5 - expected);
    QTest::qWait(0);
    QCOMPARE(gate.visitors(), expected);
    gate.open();
    QTRY_COMPARE(finished, 5);
}

void tst_WorkerPool::queueFull()
{
    WorkerPool pool(2, 3);
    Gate gate;
    int finished = 0;
    for (int i = 0; i < 5; ++i)
        QVERIFY(pool.submit(work([&gate] { gate.pass(); }, &finished)));
    const Result<quint64> refused = pool.submit(work([] { QFAIL("refused work ran"); }, &finished));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), ErrorCode::QueueFull);
    QVERIFY(refused.error().message().contains(u'2') && refused.error().message().contains(u'3'));
    gate.open();
    QTRY_COMPARE(finished, 5);
    QVERIFY(pool.submit(work([] {}, &finished))); // there is room again
    QTRY_COMPARE(finished, 6);
}

void tst_WorkerPool::noQueueAtAll()
{
    WorkerPool pool(1, 0);
    Gate gate;
    int finished = 0;
    QVERIFY(pool.submit(work([&gate] { gate.pass(); }, &finished)));
    QCOMPARE(pool.submit(work([] {})).error().code(), ErrorCode::QueueFull);
    gate.open();
    QTRY_COMPARE(finished, 1);
}

void tst_WorkerPool::tellsPlaces()
{
    WorkerPool pool(1, 10);
    Gate first;
    Gate second;
    int finished = 0;
    QHash<int, QList<int>> places;
    const auto waiting = [&](int id, Gate &gate) {
        Work asked = work([&gate] { gate.pass(); }, &finished);
        asked.placeChanged = [&places, id](int place) { places[id].append(place); };
        const Result<quint64> ticket = pool.submit(asked);
        return ticket ? *ticket : 0;
    };
    waiting(0, first);
    waiting(1, second);
    const quint64 withdrawn = waiting(2, second);
    waiting(3, second);
    waiting(4, second);
    QCOMPARE(places, (QHash<int, QList<int>>{{1, {1}}, {2, {2}}, {3, {3}}, {4, {4}}}));
    QVERIFY(pool.withdraw(withdrawn));
    QCOMPARE(places[3], QList<int>({3, 2}));
    QCOMPARE(places[4], QList<int>({4, 3}));
    first.open();
    QTRY_COMPARE(places[4], QList<int>({4, 3, 2}));
    QCOMPARE(places[3], QList<int>({3, 2, 1}));
    QVERIFY(!places.contains(0));
    QCOMPARE(places[2], QList<int>({2})); // withdrawn: not told any more
    second.open();
    QTRY_COMPARE(finished, 4);
}

void tst_WorkerPool::changesItsLimits()
{
    Gate gate;
    WorkerPool pool(1, 1);
    const auto pass = [&gate] { gate.pass(); };
    QVERIFY(pool.submit(work(pass)));
    QVERIFY(pool.submit(work(pass)));
    QVERIFY(!pool.submit(work(pass)));
    pool.setLimits(2, 1);
    QCOMPARE(pool.runningCount(), 2); // who waited runs at once
    QCOMPARE(pool.queueLength(), 0);
    QVERIFY(pool.submit(work(pass)));
    QVERIFY(!pool.submit(work(pass)));
    pool.setLimits(0, 2); // at least one
    QVERIFY(pool.submit(work(pass)));
    gate.open();
    QTRY_COMPARE(pool.runningCount() + pool.queueLength(), 0);
}

void tst_WorkerPool::withdraws()
{
    WorkerPool pool(1, 10);
    Gate gate;
    int finished = 0;
    int withdrawnFinished = 0;
    std::atomic<bool> hasRun = false;
    QVERIFY(pool.submit(work([&gate] { gate.pass(); }, &finished)));
    const Result<quint64> ticket = pool.submit(work([&hasRun] { hasRun = true; }, &withdrawnFinished));
    QVERIFY(pool.withdraw(*ticket));
    QVERIFY(!pool.withdraw(*ticket));
    QCOMPARE(pool.queueLength(), 0);
    gate.open();
    QTRY_COMPARE(finished, 1);
    QVERIFY(!hasRun);
    QCOMPARE(withdrawnFinished, 0);
}

void tst_WorkerPool::withdrawsNothingElse()
{
    WorkerPool pool(1, 10);
    Gate gate;
    int finished = 0;
    const Result<quint64> running = pool.submit(work([&gate] { gate.pass(); }, &finished));
    QVERIFY(!pool.withdraw(*running));
    QVERIFY(!pool.withdraw(0));
    QVERIFY(!pool.withdraw(12345));
    gate.open();
    QTRY_COMPARE(finished, 1);
    QVERIFY(!pool.withdraw(*running));
}

void tst_WorkerPool::abandonedWorkIsReplaced()
{
    WorkerPool pool(1, 10);
    QSignalSpy changed(&pool, &WorkerPool::quarantinedCountChanged);
    Gate stuck;
    int abandonedFinished = 0;
    int finished = 0;
    const Result<quint64> ticket = pool.submit(work([&stuck] { stuck.pass(); }, &abandonedFinished));
    QVERIFY(pool.submit(work([] {}, &finished)));
    QVERIFY(pool.submit(work([] {}, &finished)));
    QTRY_COMPARE(stuck.visitors(), 1);
    QCOMPARE(finished, 0);
    pool.abandon(*ticket);
    QCOMPARE(pool.quarantinedCount(), 1);
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE(finished, 2); // a fresh worker serves those who wait
    QCOMPARE(pool.runningCount(), 0);
    QCOMPARE(pool.quarantinedCount(), 1);

    stuck.open();
    QTRY_COMPARE(pool.quarantinedCount(), 0);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(abandonedFinished, 0);
    QVERIFY(pool.submit(work([] {}, &finished)));
    QTRY_COMPARE(finished, 3);
}

void tst_WorkerPool::tellsWhenAbandonedWorkReturns()
{
    WorkerPool pool(1, 10);
    Gate stuck;
    int returned = 0;
    int finished = 0;
    Work asked = work([&stuck] { stuck.pass(); }, &finished);
    asked.returned = [&returned, &pool] { returned += pool.quarantinedCount() == 0 ? 1 : 100; };
    const Result<quint64> ticket = pool.submit(asked);
    QTRY_COMPARE(stuck.visitors(), 1);
    pool.abandon(*ticket);
    QCOMPARE(returned, 0);
    stuck.open();
    QTRY_COMPARE(returned, 1);
    QCOMPARE(finished, 0);

    asked.run = [] {};
    QVERIFY(pool.submit(asked)); // not abandoned
    QTRY_COMPARE(finished, 1);
    QCOMPARE(returned, 1);
}

void tst_WorkerPool::abandonsOnce()
{
    WorkerPool pool(1, 10);
    Gate stuck;
    const Result<quint64> ticket = pool.submit(work([&stuck] { stuck.pass(); }));
    const Result<quint64> queued = pool.submit(work([] {}));
    pool.abandon(*queued); // does not run: nothing to quarantine
    pool.abandon(777);
    QCOMPARE(pool.quarantinedCount(), 0);
    pool.abandon(*ticket);
    pool.abandon(*ticket);
    QCOMPARE(pool.quarantinedCount(), 1);
    stuck.open();
    QTRY_COMPARE(pool.quarantinedCount(), 0);
    QTRY_COMPARE(pool.runningCount(), 0);
}

void tst_WorkerPool::abandonedAfterItsReturn()
{
    WorkerPool pool(1, 10);
    std::atomic<bool> hasRun = false;
    int finished = 0;
    const Result<quint64> ticket = pool.submit(work([&hasRun] { hasRun = true; }, &finished));
    while (!hasRun)
        QThread::yieldCurrentThread();
    pool.abandon(*ticket); // the news of its return is still under way
    QTRY_COMPARE(pool.quarantinedCount(), 0);
    QCOMPARE(finished, 0);
    pool.abandon(*ticket);
    QCOMPARE(pool.quarantinedCount(), 0);
}

void tst_WorkerPool::submitFromFinishedKeepsTheOrder()
{
    WorkerPool pool(1, 10);
    std::mutex mutex;
    QList<int> order;
    int finished = 0;
    const auto note = [&mutex, &order](int id) {
        const std::lock_guard lock(mutex);
        order.append(id);
    };
    Gate gate;
    Work first = work([&gate] { gate.pass(); });
    first.finished = [&] { QVERIFY(pool.submit(work([note] { note(2); }, &finished))); };
    QVERIFY(pool.submit(first));
    QVERIFY(pool.submit(work([note] { note(1); }, &finished)));
    gate.open();
    QTRY_COMPARE(finished, 2);
    QCOMPARE(order, QList<int>({1, 2}));
}

void tst_WorkerPool::submitFromFinishedOfTheLast()
{
    WorkerPool pool(1, 0);
    int finished = 0;
    Work first = work([] {});
    first.finished = [&] { QVERIFY(pool.submit(work([] {}, &finished))); };
    QVERIFY(pool.submit(first));
    QTRY_COMPARE(finished, 1);
}

void tst_WorkerPool::destroyedWaitsForRunningWork()
{
    std::atomic<int> done = 0;
    int finished = 0;
    {
        WorkerPool pool(2, 0);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(pool.submit(work(
                [&done] {
                    for (int turn = 0; turn < 1000; ++turn)
                        QThread::yieldCurrentThread();
                    ++done;
                },
                &finished)));
        }
    }
    QCOMPARE(done, 2);
    QCoreApplication::processEvents();
    QCOMPARE(finished, 0); // there is nobody left to be told
}

void tst_WorkerPool::destroyedWithQueuedWork()
{
    std::atomic<int> runs = 0;
    Gate gate;
    {
        WorkerPool pool(1, 10);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(pool.submit(work([&gate, &runs] {
                gate.pass();
                ++runs;
            })));
        }
        QTRY_COMPARE(gate.visitors(), 1);
        gate.open();
    }
    QCOMPARE(runs, 1);
}

// A function that never returns must not hold up the daemon's end.
void tst_WorkerPool::destroyedWithQuarantinedWork()
{
    auto stuck = std::make_shared<Gate>();
    auto returned = std::make_shared<std::atomic<bool>>(false);
    QElapsedTimer age;
    {
        WorkerPool pool(1, 10);
        const Result<quint64> ticket = pool.submit(work([stuck, returned] {
            stuck->pass();
            *returned = true;
        }));
        QTRY_COMPARE(stuck->visitors(), 1);
        pool.abandon(*ticket);
        age.start();
    }
    QVERIFY(age.elapsed() < 5000);
    QVERIFY(!*returned);
    stuck->open(); // its late return finds nobody, and harms nobody
    QTRY_VERIFY(*returned);
}

QTEST_GUILESS_MAIN(tst_WorkerPool)
#include "tst_workerpool.moc"
