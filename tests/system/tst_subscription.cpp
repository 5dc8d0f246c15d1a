// Subscribers are told everything, or how much they were not, and none of them costs the others anything.
#include "callloop.h"
#include "instrumentation.h"
#include "systemtest.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/admin/daemonsubscription.h>

#include <QDeadlineTimer>
#include <QJsonDocument>

#include <csignal>

using namespace SystemTesting;
using namespace DaemonRpc;
using namespace std::chrono_literals;

namespace {

/// Follows a daemon and counts what it is told.
class Counter : public QObject
{
    Q_OBJECT

public:
    explicit Counter(const DaemonFixture &fixture, std::chrono::milliseconds interval = 20ms)
        : admin(optionsOf(fixture))
    {
        SubscriptionOptions options;
        options.interval = interval;
        options.history = 0;
        options.topics.append(QStringLiteral("log"));
        subscription = admin.subscribe(options);
        connect(&subscription->mirror(), &DaemonMirror::requestFinished, this, [this] { ++finished; });
        connect(&subscription->mirror(), &DaemonMirror::connectionClosed, this, [this] { ++closed; });
    }

    static ClientOptions optionsOf(const DaemonFixture &fixture)
    {
        ClientOptions options;
        options.runtimeDirectory = fixture.directory();
        options.maySpawn = false;
        options.versionPolicy = VersionPolicy::Ignore;
        return options;
    }

    [[nodiscard]] const DaemonMirror &mirror() const { return subscription->mirror(); }

    [[nodiscard]] bool isLive() const { return subscription->state() == DaemonSubscription::State::Live; }

    [[nodiscard]] qint64 lost(const char *kind) const { return mirror().lost().value(QLatin1String(kind)); }

    AdminClient admin;
    std::unique_ptr<DaemonSubscription> subscription;
    qint64 finished = 0;
    qint64 closed = 0;
};

} // namespace

class tst_Subscription : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void stalledSubscriber();
    void logAndHealth();
    void drainIsTold();
    void theEndOfTheLastRequestIsTold();
    void reloadIsTold();
    void subscriberKeepsNobodyFromStopping();
    void effectiveConfiguration();

private:
    /// Lets @p clients make @p calls calls or a few more; how many it were.
    [[nodiscard]] qint64 call(qint64 calls, int clients)
    {
        CallLoop loop(fixture(), clients);
        loop.start();
        // Without the pauses of qWaitFor(), which would be most of the time.
        const QDeadlineTimer deadline(ClientProcess::patience * 3);
        const auto runUntil = [&deadline](const auto &isDone) {
            while (!isDone() && !deadline.hasExpired())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            return isDone();
        };
        const bool isDone = runUntil([&loop, calls] { return loop.callCount() >= calls; });
        loop.stop();
        const bool hasEnded = runUntil([&loop] { return loop.isDone(); });
        return isDone && hasEnded && loop.failures().isEmpty() ? loop.callCount() : -1;
    }
};

// Ten thousand requests go by while one subscriber reads nothing.
void tst_Subscription::stalledSubscriber()
{
    ClientProcess *daemon = fixture().startDaemon();
    QVERIFY(daemon);
    Counter good(fixture());
    Counter stalled(fixture());
    QTRY_VERIFY(good.isLive() && stalled.isLive());
    const qint64 warmUp = call(1500, 4); // what is remembered is full, and memory what it will be
    QVERIFY(warmUp > 0);
    QTRY_COMPARE(good.finished, warmUp);
    QTRY_COMPARE(stalled.finished, warmUp);
    const qint64 pid = fixture().daemonPid();

    stalled.admin.setReading(false);
    const qint64 toldBefore = stalled.finished;
    const qint64 bytesBefore = privateDirtyBytes(pid);
    const qint64 calls = call(10'000, 4);
    QVERIFY(calls >= 10'000);
    const qint64 bytesAfter = privateDirtyBytes(pid);
    if (!isInstrumented) {
        constexpr qint64 allowed = 8 * 1024 * 1024;
        QVERIFY2(bytesAfter - bytesBefore < allowed,
                 qPrintable(QStringLiteral("%1 bytes more").arg(bytesAfter - bytesBefore)));
    }
    QCOMPARE(stalled.finished, toldBefore);

    // The other one has been told each of them, and the totals are what was counted here.
    const qint64 all = warmUp + calls;
    QTRY_COMPARE(good.finished, all);
    QTRY_COMPARE(good.closed, all);
    QVERIFY(!good.mirror().lost().contains(QStringLiteral("requests")));
    QVERIFY(!good.mirror().lost().contains(QStringLiteral("connections")));
    QCOMPARE(good.mirror().totals().finishedRequests, all);
    QCOMPARE(good.mirror().totals().acceptedRequests, all);
    QCOMPARE(good.mirror().totals().failedRequests, 0);
    QCOMPARE(good.mirror().totals().outputBytes, 2 * all); // "x" and a line feed
    QCOMPARE(good.subscription->restartCount(), 0);
    QVERIFY(good.mirror().requests().isEmpty());

    // The slow one is told the rest, and how much it was not.
    stalled.admin.setReading(true);
    QTRY_COMPARE(stalled.finished + stalled.lost("requests"), all);
    QTRY_COMPARE(stalled.closed + stalled.lost("connections"), all);
    QVERIFY(stalled.lost("requests") > 1000);
    QCOMPARE(stalled.mirror().totals().finishedRequests, all);
    QCOMPARE(stalled.subscription->restartCount(), 0); // no number was left out
    QVERIFY(stalled.mirror().requests().isEmpty());
    QCOMPARE(stalled.mirror().connections().size(), 2);

    const qint64 more = call(100, 2);
    QTRY_COMPARE(stalled.finished + stalled.lost("requests"), all + more);
    QTRY_COMPARE(good.finished, all + more);
}

void tst_Subscription::logAndHealth()
{
    QVERIFY(fixture().startDaemon());
    Counter counter(fixture());
    QTRY_VERIFY(counter.isLive());
    QVERIFY(counter.subscription->topics().contains(QStringLiteral("log")));
    QVERIFY(counter.subscription->topics().contains(QStringLiteral("health")));
    QCOMPARE(fixture().run(words({"health"})).code, 0); // the first round is far off
    QTRY_VERIFY(counter.mirror().health().has_value());
    QCOMPARE(counter.mirror().health()->status, QStringLiteral("ok"));
    QVERIFY(!counter.mirror().log().empty());
    const size_t before = counter.mirror().log().size();
    QCOMPARE(fixture().run(words({"run", "echo", "hello"})).code, 0);
    QTRY_VERIFY(counter.mirror().log().size() > before);
    const LogLineSnapshot line = counter.mirror().log().back();
    QCOMPARE(line.level, QStringLiteral("info"));
    QCOMPARE(line.requestId, 1);
    QVERIFY2(line.message.contains(u"echo"), qPrintable(line.message));
    QVERIFY(counter.mirror().process()->privateBytes > 0);
    QVERIFY(counter.mirror().commands().contains(QStringLiteral("echo")));
}

void tst_Subscription::drainIsTold()
{
    QVERIFY(fixture().startDaemon());
    Counter counter(fixture());
    QTRY_VERIFY(counter.isLive());
    const auto sleeper = fixture().client(words({"run", "sleep", "1000"}));
    QVERIFY(sleeper->begin());
    QTRY_COMPARE(counter.mirror().requests().size(), 1);
    QCOMPARE(fixture().run(words({"drain"})).code, 0);
    QTRY_COMPARE(counter.mirror().daemon().state, QStringLiteral("draining"));
    counter.admin.cancel(counter.mirror().requests().firstKey(), [](const Result<void> &) {});
    QVERIFY(sleeper->waitForEnd());
    QTRY_COMPARE(counter.subscription->state(), DaemonSubscription::State::Ended);
}

// However rarely the subscriber is told of what happens.
void tst_Subscription::theEndOfTheLastRequestIsTold()
{
    QVERIFY(fixture().startDaemon(words({"--stop-timeout-ms", "100"})));
    Counter counter(fixture(), 60s);
    QTRY_VERIFY(counter.isLive());
    const auto sleeper = fixture().client(words({"run", "sleep", "1000"}));
    QVERIFY(sleeper->begin());
    QTRY_VERIFY(fixture().run(words({"requests"})).output.contains("sleep"));
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QVERIFY(sleeper->waitForEnd());
    QTRY_COMPARE(counter.subscription->state(), DaemonSubscription::State::Ended);
    QCOMPARE(counter.finished, 1);
    QCOMPARE(counter.mirror().totals().cancelledRequests, 1);
    QVERIFY(counter.mirror().requests().isEmpty());
}

void tst_Subscription::reloadIsTold()
{
    QVERIFY(fixture().startDaemon());
    Counter counter(fixture());
    QTRY_VERIFY(counter.isLive());
    QCOMPARE(counter.mirror().daemon().reloadedAtMs, 0);
    QCOMPARE(fixture().run(words({"reload"})).code, 0);
    QTRY_VERIFY(counter.mirror().daemon().reloadedAtMs > 0);
    QVERIFY(counter.mirror().daemon().reloadError.isEmpty());
    // A signal is told alike.
    const qint64 first = counter.mirror().daemon().reloadedAtMs;
    sendSignal(fixture().daemonPid(), SIGHUP);
    QTRY_VERIFY(counter.mirror().daemon().reloadedAtMs > first);
}

void tst_Subscription::subscriberKeepsNobodyFromStopping()
{
    QVERIFY(fixture().startDaemon());
    Counter counter(fixture());
    QTRY_VERIFY(counter.isLive());
    counter.admin.setReading(false);
    const qint64 pid = fixture().daemonPid();
    QCOMPARE(fixture().run(words({"stop"})).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(pid), ClientProcess::patience);
}

void tst_Subscription::effectiveConfiguration()
{
    QVERIFY(fixture().startDaemon());
    const Outcome outcome = fixture().run(words({"rpc", "daemon.config"}));
    QVERIFY2(outcome.code == 0, describe(outcome));
    const QJsonObject configuration = QJsonDocument::fromJson(outcome.output).object();
    const QJsonObject grace = configuration[QStringLiteral("performance.grace_ms")].toObject();
    QCOMPARE(grace[QStringLiteral("value")].toInt(), 5000);
    QCOMPARE(grace[QStringLiteral("origin")].toString(), QStringLiteral("default"));
}

QTEST_GUILESS_MAIN(tst_Subscription)

#include "tst_subscription.moc"
