// Real daemons as the monitor's list shows them.
#include "sources/daemonwatcher.h"
#include "systemtest.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

#include <csignal>

using namespace SystemTesting;
using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using State = MonitoredDaemon::State;

class tst_monitor_DaemonWatcher : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatRunsAndWhatComes();
    void onlyChosenOnes();
    void killedOneIsGoneAndStays();
    void successorIsAnother();
    void handOver();
    void stoppedOneDoesNotAnswer();
    void requestsMakeItBusy();
    void hidesNoProblem();
    void commandsThroughIt();

private:
    static constexpr int patience = ClientProcess::patience;

    [[nodiscard]] WatchOptions options() const
    {
        return {*RuntimeDirectory::resolve(fixture().directory()), {}, {}};
    }

    [[nodiscard]] static MonitoredDaemon *only(const DaemonList &list)
    {
        return list.daemons().size() == 1 ? list.daemons().front().get() : nullptr;
    }

    static bool isReady(const DaemonList &list, size_t count)
    {
        const auto &all = list.daemons();
        return all.size() == count && std::all_of(all.begin(), all.end(), [](const auto &daemon) {
                   return daemon->state() == State::Ready;
               });
    }
};

void tst_monitor_DaemonWatcher::findsWhatRunsAndWhatComes()
{
    DaemonList list;
    DaemonWatcher watcher(list, options());
    watcher.start();
    QCOMPARE(list.daemons().size(), size_t(0));
    QCOMPARE(watcher.problem(), QString());
    QVERIFY(fixture().startDaemon());
    QTRY_VERIFY_WITH_TIMEOUT(isReady(list, 1), patience);
    QCOMPARE(only(list)->daemonId(), QStringLiteral("default"));
    QCOMPARE(only(list)->pid(), fixture().daemonPid());
    QVERIFY(only(list)->admin());
    QVERIFY(only(list)->clientOptions());
    QCOMPARE(fixture().run(words({"--daemon-id", "second", "run", "echo", "hello"})).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(list, 2), patience);
    QTRY_COMPARE_WITH_TIMEOUT(list.daemons().at(1)->mirror().totals().finishedRequests, 1, patience);
}

void tst_monitor_DaemonWatcher::onlyChosenOnes()
{
    QVERIFY(fixture().startDaemon());
    QCOMPARE(fixture().run(words({"--daemon-id", "second", "run", "echo", "hello"})).code, 0);
    DaemonList list;
    WatchOptions chosen = options();
    chosen.daemonIds = {QStringLiteral("second")};
    DaemonWatcher watcher(list, chosen);
    watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(list, 1), patience);
    QCOMPARE(only(list)->daemonId(), QStringLiteral("second"));
}

void tst_monitor_DaemonWatcher::killedOneIsGoneAndStays()
{
    ClientProcess *process = fixture().startDaemon();
    QVERIFY(process);
    DaemonList list;
    DaemonWatcher watcher(list, options());
    watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(list, 1), patience);
    const qint64 serial = only(list)->serial();
    list.dismiss(serial);
    QVERIFY(list.find(serial)); // it lives
    process->sendSignal(SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(only(list)->state(), State::Gone, patience);
    QVERIFY(!only(list)->admin());
    QVERIFY(!only(list)->clientOptions());
    watcher.scan();
    QCOMPARE(list.find(serial)->state(), State::Gone);
    QSignalSpy removed(&list, &DaemonList::removed);
    list.dismiss(serial);
    QCOMPARE(removed.size(), 1);
    QVERIFY(!list.find(serial));
    QVERIFY(fixture().startDaemon()); // takes the files of the dead one away
}

void tst_monitor_DaemonWatcher::successorIsAnother()
{
    ClientProcess *process = fixture().startDaemon();
    QVERIFY(process);
    DaemonList list;
    DaemonWatcher watcher(list, options());
    watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(list, 1), patience);
    process->sendSignal(SIGKILL);
    QVERIFY(process->waitForEnd());
    QVERIFY(fixture().startDaemon());
    QTRY_COMPARE_WITH_TIMEOUT(list.daemons().size(), size_t(2), patience);
    QTRY_COMPARE_WITH_TIMEOUT(list.daemons().at(1)->state(), State::Ready, patience);
    QTRY_COMPARE_WITH_TIMEOUT(list.daemons().at(0)->state(), State::Gone, patience);
    QCOMPARE(list.daemons().at(1)->pid(), fixture().daemonPid());
}

void tst_monitor_DaemonWatcher::handOver()
{
    QCOMPARE(fixture().run(words({"start"})).code, 0);
    const auto sleeper = fixture().client(words({"run", "sleep", "4"}));
    QVERIFY(sleeper->begin());
    DaemonList list;
    DaemonWatcher watcher(list, options());
    watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(only(list) && only(list)->state() == State::Busy, patience);
    MonitoredDaemon *old = only(list);
    const qint64 serial = old->serial();
    QCOMPARE(fixture().run(words({"restart"})).code, 0);
    QTRY_COMPARE_WITH_TIMEOUT(list.daemons().size(), size_t(2), patience);
    QTRY_COMPARE_WITH_TIMEOUT(list.daemons().at(1)->state(), State::Ready, patience);
    QCOMPARE(list.daemons().at(1)->daemonId(), QStringLiteral("default"));
    QTRY_COMPARE_WITH_TIMEOUT(list.find(serial)->state(), State::Draining, patience);
    QCOMPARE(old->mirror().requests().size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(list.find(serial)->state(), State::Gone, patience);
    QVERIFY(sleeper->waitForEnd());
    QCOMPARE(sleeper->code(), 0);
}

void tst_monitor_DaemonWatcher::stoppedOneDoesNotAnswer()
{
    ClientProcess *process = fixture().startDaemon();
    QVERIFY(process);
    DaemonList list;
    DaemonWatcher watcher(list, options());
    watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(list, 1), patience);
    process->sendSignal(SIGSTOP);
    QTRY_VERIFY_WITH_TIMEOUT(!only(list)->problem().isEmpty(), patience);
    QVERIFY(!only(list)->isGone());
    process->sendSignal(SIGCONT);
    QTRY_COMPARE_WITH_TIMEOUT(only(list)->problem(), QString(), patience);
    QCOMPARE(only(list)->state(), State::Ready);
}

void tst_monitor_DaemonWatcher::requestsMakeItBusy()
{
    QVERIFY(fixture().startDaemon());
    DaemonList list;
    DaemonWatcher watcher(list, options());
    watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(list, 1), patience);
    const auto sleeper = fixture().client(words({"run", "sleep", "100"}));
    QVERIFY(sleeper->begin());
    QTRY_COMPARE_WITH_TIMEOUT(only(list)->state(), State::Busy, patience);
    sleeper->sendSignal(SIGINT);
    QVERIFY(sleeper->waitForEnd());
    QTRY_COMPARE_WITH_TIMEOUT(only(list)->state(), State::Ready, patience);
}

void tst_monitor_DaemonWatcher::hidesNoProblem()
{
    // A directory that others may write into is not looked at.
    QVERIFY(QDir().mkpath(fixture().directory()));
    QVERIFY(QFile::setPermissions(fixture().directory(), QFileDevice::Permissions(0x7777)));
    DaemonList list;
    DaemonWatcher watcher(list, options());
    QSignalSpy changed(&watcher, &DaemonWatcher::problemChanged);
    watcher.start();
    QCOMPARE(changed.size(), 1);
    QVERIFY(watcher.problem().contains(fixture().directory()));
    QVERIFY(QFile::setPermissions(fixture().directory(), QFileDevice::Permissions(0x7000)));
    watcher.scan();
    QCOMPARE(watcher.problem(), QString());
}

void tst_monitor_DaemonWatcher::commandsThroughIt()
{
    QVERIFY(fixture().startDaemon());
    DaemonList list;
    DaemonWatcher watcher(list, options());
    watcher.start();
    QTRY_VERIFY_WITH_TIMEOUT(isReady(list, 1), patience);
    const auto sleeper = fixture().client(words({"run", "sleep", "100"}));
    QVERIFY(sleeper->begin());
    QTRY_COMPARE_WITH_TIMEOUT(only(list)->mirror().requests().size(), 1, patience);
    const qint64 id = only(list)->mirror().requests().firstKey();
    bool isAnswered = false;
    only(list)->admin()->cancel(id,
                                [&isAnswered](const Result<void> &done) { isAnswered = done.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered, patience);
    QVERIFY(sleeper->waitForEnd());
    QTRY_COMPARE_WITH_TIMEOUT(only(list)->mirror().totals().cancelledRequests, 1, patience);
}

QTEST_GUILESS_MAIN(tst_monitor_DaemonWatcher)
#include "tst_monitor_daemonwatcher.moc"
