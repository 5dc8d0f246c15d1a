#include "followeddaemon.h"

#include <QTest>

using namespace DaemonRpc;

namespace {

/// A state that a test sets, and records that a test adds, of which the last three are remembered.
class TestSource : public EventSource
{
public:
    explicit TestSource(Kind kind)
        : m_kind(kind)
    {}

    [[nodiscard]] Kind kind() const override { return m_kind; }

    [[nodiscard]] quint64 count() const override { return m_count; }

    [[nodiscard]] News since(quint64 known, const SubscriptionOptions &) const override
    {
        News news;
        const quint64 kept = qMin<quint64>(m_count - known, 3);
        news.lost = m_count - known - kept;
        for (quint64 i = m_count - kept; i < m_count; ++i)
            news.values.append(static_cast<qint64>(i + 1));
        return news;
    }

    void add(quint64 count) { m_count += count; }

private:
    Kind m_kind;
    quint64 m_count = 0;
};

} // namespace

class tst_SubscriptionService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void snapshot();
    void tellsWhatChanges();
    void severalChangesBecomeOne();
    void comesAndGoes();
    void losesExactly();
    void tellsBeforeItIsForgotten();
    void manyConnections();
    void sourcesOfOtherRooms();
    void topicsThatAreNotAskedFor();
    void refuses_data();
    void refuses();
    void limits();
    void unsubscribes();
    void endsWithItsConnection();
    void tellsOfTheDaemon();

private:
    static QJsonObject quick(const QJsonArray &topics = {})
    {
        QJsonObject options{{QStringLiteral("interval_ms"), 10}};
        if (!topics.isEmpty())
            options.insert(QStringLiteral("topics"), topics);
        return options;
    }

    /// Runs @p count requests, one after the other.
    void run(int count)
    {
        for (int i = 0; i < count; ++i) {
            const quint64 before = m_daemon->server.requests().finishedCount();
            const std::unique_ptr<WirePeer> peer = m_daemon->call("quick");
            while (m_daemon->server.requests().finishedCount() == before)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }

    std::unique_ptr<FollowedDaemon> m_daemon;
    static constexpr qint64 stalled = 1024 * 1024;
};

void tst_SubscriptionService::init() { m_daemon = std::make_unique<FollowedDaemon>(); }

void tst_SubscriptionService::cleanup() { m_daemon.reset(); }

void tst_SubscriptionService::snapshot()
{
    run(3);
    const auto waiting = m_daemon->call("wait");
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 1);
    Follower follower(*m_daemon, 7);
    DaemonEvent event = follower.subscribe({});
    QVERIFY(follower.subscription > 0);
    QCOMPARE(event.subscription, follower.subscription);
    QCOMPARE(event.sequence, 0);
    QVERIFY(event.timeMs > 0);
    QCOMPARE(event.totals.finishedRequests, 3);
    QCOMPARE(event.totals.acceptedRequests, 4);
    QCOMPARE(event.daemon->state, QStringLiteral("ready"));
    QVERIFY(event.process && event.workers);
    QVERIFY(!event.health); // this daemon has none
    QCOMPARE(event.commands.size(), 2);
    QCOMPARE(event.connections.size(), m_daemon->server.connections().count());
    QCOMPARE(event.requests.size(), 4);
    QCOMPARE(event.requests[0].state, QStringLiteral("running"));
    QCOMPARE(event.requests[3].state, QStringLiteral("finished"));
    QVERIFY(event.lost.isEmpty());
    // A shorter history is what was asked for, not a loss.
    event = follower.subscribe({{QStringLiteral("history"), 1}});
    QCOMPARE(event.requests.size(), 2);
    QCOMPARE(event.requests[1].id, 3);
    QVERIFY(event.lost.isEmpty());
    QVERIFY(!event.liveRequests);
}

void tst_SubscriptionService::tellsWhatChanges()
{
    Follower follower(*m_daemon, 7);
    const QJsonArray topics{QStringLiteral("requests"), QStringLiteral("connections")};
    QCOMPARE(follower.subscribe(quick(topics)).sequence, 0);
    const auto peer = m_daemon->call("wait");
    const auto told = [&follower](const QString &state) {
        for (const DaemonEvent &event : follower.events) {
            for (const RequestSnapshot &request : event.requests) {
                if (request.state == state)
                    return true;
            }
        }
        return false;
    };
    QTRY_VERIFY(told(QStringLiteral("running")));
    QVERIFY(!told(QStringLiteral("finished")));
    QVERIFY(m_daemon->server.requests().cancel(1, CancellationReason::Administrator, QStringLiteral("me")));
    QTRY_VERIFY(told(QStringLiteral("finished")));
    QTRY_VERIFY(!follower.events.isEmpty() && !follower.events.constLast().connections.isEmpty() &&
                follower.events.constLast().connections[0].isClosed());
    for (qsizetype i = 0; i < follower.events.size(); ++i) {
        QCOMPARE(follower.events[i].sequence, i + 1);
        QCOMPARE(follower.events[i].subscription, follower.subscription);
    }
    QCOMPARE(follower.finishedCount(), 1);
    const EventTotals totals = follower.events.constLast().totals;
    QCOMPARE(totals.finishedRequests, 1);
    QCOMPARE(totals.failedRequests, 1);
    QCOMPARE(totals.cancelledRequests, 1);
    QCOMPARE(totals.closedConnections, 1);
    QVERIFY(!follower.isBroken);
}

void tst_SubscriptionService::severalChangesBecomeOne()
{
    Follower follower(*m_daemon, 7);
    follower.subscribe(quick(QJsonArray{QStringLiteral("requests")}));
    follower.setPending(stalled); // it reads nothing for a while
    const auto peer = m_daemon->call("wait");
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 1);
    const auto other = m_daemon->call("wait");
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 2);
    QVERIFY(m_daemon->server.requests().cancel(1, CancellationReason::Administrator, QStringLiteral("me")));
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 1);
    QVERIFY(follower.events.isEmpty());
    follower.setPending(0);
    QTRY_COMPARE(follower.events.size(), 1);
    QCOMPARE(follower.events[0].sequence, 1);
    QCOMPARE(follower.events[0].requests.size(), 2); // each in its latest state
    QCOMPARE(follower.events[0].requests[0].id, 2);
    QCOMPARE(follower.events[0].requests[0].state, QStringLiteral("running"));
    QCOMPARE(follower.events[0].requests[1].id, 1);
    QCOMPARE(follower.events[0].requests[1].state, QStringLiteral("finished"));
    QVERIFY(follower.events[0].lost.isEmpty());
}

// However short it was, each one is told once and counted.
void tst_SubscriptionService::comesAndGoes()
{
    Follower follower(*m_daemon, 7);
    follower.subscribe(quick());
    run(50);
    QTRY_COMPARE(follower.finishedCount(), 50);
    qsizetype closed = 0;
    for (const DaemonEvent &event : follower.events) {
        for (const ConnectionSnapshot &connection : event.connections)
            closed += connection.isClosed() ? 1 : 0;
        QVERIFY(event.lost.isEmpty());
    }
    QTRY_COMPARE(follower.events.constLast().totals.closedConnections, 50);
    closed = 0;
    for (const DaemonEvent &event : follower.events) {
        for (const ConnectionSnapshot &connection : event.connections)
            closed += connection.isClosed() ? 1 : 0;
    }
    QCOMPARE(closed, 50);
    QCOMPARE(follower.events.constLast().totals.finishedRequests, 50);
    QVERIFY(!follower.isBroken);
}

void tst_SubscriptionService::losesExactly()
{
    constexpr int extra = 123;
    const auto lasting = m_daemon->call("wait");
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 1);
    Follower slow(*m_daemon, 7);
    QCOMPARE(slow.subscribe(quick()).requests.size(), 1);
    slow.setPending(stalled);
    const int all = static_cast<int>(RequestTable::maxHistory) + extra;
    run(all);
    QVERIFY(slow.events.isEmpty());
    slow.setPending(0);
    QTRY_VERIFY(!slow.events.isEmpty());
    QTRY_COMPARE(slow.events.constLast().totals.closedConnections, all);
    const DaemonEvent &event = slow.events[0];
    QCOMPARE(event.sequence, 1);
    QCOMPARE(event.totals.finishedRequests, all);
    QCOMPARE(event.lost.value(QStringLiteral("requests")), extra);
    QCOMPARE(slow.finishedCount(), all - extra);
    QCOMPARE(*event.liveRequests, QList<qint64>{1}); // whatever else it knows is over
    qint64 told = 0;
    qint64 lost = 0;
    for (const DaemonEvent &each : slow.events) {
        lost += each.lost.value(QStringLiteral("connections"));
        for (const ConnectionSnapshot &connection : each.connections)
            told += connection.isClosed() ? 1 : 0;
    }
    QCOMPARE(told + lost, all);
    QVERIFY(lost > 0);
    // From here on all is well again.
    run(1);
    QTRY_COMPARE(slow.finishedCount(), all - extra + 1);
    QVERIFY(slow.events.constLast().lost.isEmpty());
}

// A long interval does not cost those who read.
void tst_SubscriptionService::tellsBeforeItIsForgotten()
{
    Follower follower(*m_daemon, 7);
    follower.subscribe({{QStringLiteral("interval_ms"), 60'000}});
    constexpr int all = 1300;
    run(all);
    QTRY_VERIFY(follower.finishedCount() >= 1280); // multiples of 256 are told
    for (const DaemonEvent &event : follower.events)
        QVERIFY(event.lost.isEmpty());
    QVERIFY(follower.events.size() <= 12);
}

void tst_SubscriptionService::manyConnections()
{
    Follower follower(*m_daemon, 7);
    follower.subscribe(quick(QJsonArray{QStringLiteral("connections")}));
    std::vector<std::unique_ptr<WirePeer>> peers;
    for (int i = 0; i < 20; ++i)
        peers.push_back(m_daemon->call("wait"));
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 20);
    QSet<qint64> told;
    const auto collect = [&follower, &told] {
        for (const DaemonEvent &event : follower.events) {
            for (const ConnectionSnapshot &connection : event.connections) {
                if (connection.state == u"command" && connection.requestId > 0)
                    told.insert(connection.id);
            }
            if (!event.requests.isEmpty())
                return qsizetype(-1); // not asked for
        }
        return told.size();
    };
    QTRY_COMPARE(collect(), 20);
}

void tst_SubscriptionService::sourcesOfOtherRooms()
{
    auto ownedState = std::make_unique<TestSource>(EventSource::Kind::State);
    auto ownedRecords = std::make_unique<TestSource>(EventSource::Kind::Records);
    TestSource *state = ownedState.get();
    TestSource *records = ownedRecords.get();
    m_daemon->service.subscriptions().addSource(QStringLiteral("mood"), std::move(ownedState));
    m_daemon->service.subscriptions().addSource(QStringLiteral("news"), std::move(ownedRecords));
    state->add(1);
    records->add(2);
    Follower follower(*m_daemon, 7);
    const DaemonEvent snapshot =
        follower.subscribe(quick(QJsonArray{QStringLiteral("mood"), QStringLiteral("news")}));
    QCOMPARE(snapshot.others.value(u"mood"), QJsonValue(1));
    QCOMPARE(snapshot.others.value(u"news"), QJsonValue(QJsonArray{1, 2}));
    QVERIFY(!snapshot.daemon);
    records->add(1);
    QTRY_COMPARE(follower.events.size(), 1);
    QCOMPARE(follower.events[0].others, (QJsonObject{{QStringLiteral("news"), QJsonArray{3}}}));
    records->add(5);
    state->add(2);
    QTRY_COMPARE(follower.events.size(), 2);
    QCOMPARE(follower.events[1].others.value(u"news"), QJsonValue(QJsonArray{6, 7, 8}));
    QCOMPARE(follower.events[1].others.value(u"mood"), QJsonValue(3));
    QCOMPARE(follower.events[1].lost, (QMap<QString, qint64>{{QStringLiteral("news"), 2}}));
}

void tst_SubscriptionService::topicsThatAreNotAskedFor()
{
    Follower follower(*m_daemon, 7);
    const QJsonObject answer =
        follower
            .call(QStringLiteral("daemon.subscribe"),
                  quick(QJsonArray{QStringLiteral("workers"), QStringLiteral("tomorrow")}))
            .value(u"result")
            .toObject();
    QCOMPARE(answer.value(u"topics"), QJsonValue(QJsonArray{QStringLiteral("workers")}));
    const Result<DaemonEvent> event = DaemonEvent::fromJson(answer.value(u"snapshot").toObject());
    QVERIFY(event->workers);
    QVERIFY(!event->daemon && !event->process && event->commands.isEmpty());
}

void tst_SubscriptionService::refuses_data()
{
    QTest::addColumn<QJsonValue>("params");
    QTest::addColumn<QString>("mentioned");
    const auto one = [](const QString &name, const QJsonValue &value) {
        return QJsonValue(QJsonObject{{name, value}});
    };
    QTest::newRow("unknown topics") << one(QStringLiteral("topics"), QJsonArray{QStringLiteral("weather")})
                                    << QStringLiteral("requests");
    QTest::newRow("no topics") << one(QStringLiteral("topics"), QJsonArray()) << QStringLiteral("requests");
    QTest::newRow("short interval") << one(QStringLiteral("interval_ms"), 1) << QStringLiteral("interval_ms");
    QTest::newRow("history") << one(QStringLiteral("history"), -1) << QStringLiteral("history");
    QTest::newRow("by position") << QJsonValue(QJsonArray{QStringLiteral("requests")})
                                 << QStringLiteral("topics");
}

void tst_SubscriptionService::refuses()
{
    QFETCH(const QJsonValue, params);
    QFETCH(const QString, mentioned);
    Follower follower(*m_daemon, 7);
    const QJsonObject error =
        follower.call(QStringLiteral("daemon.subscribe"), params).value(u"error").toObject();
    QVERIFY2(error.value(u"message").toString().contains(mentioned),
             qPrintable(error.value(u"message").toString()));
    QCOMPARE(m_daemon->service.subscriptions().count(), 0u);
}

void tst_SubscriptionService::limits()
{
    Follower first(*m_daemon, 1);
    for (int i = 0; i < SubscriptionService::maxPerConnection; ++i)
        QVERIFY(first.subscribe({}).subscription > 0);
    QJsonObject error =
        first.call(QStringLiteral("daemon.subscribe"), QJsonObject()).value(u"error").toObject();
    QCOMPARE(error.value(u"data").toObject().value(u"code").toString(), QStringLiteral("resource_exhausted"));
    std::vector<std::unique_ptr<Follower>> others;
    while (m_daemon->service.subscriptions().count() < SubscriptionService::maxSubscriptions) {
        others.push_back(std::make_unique<Follower>(*m_daemon, others.size() + 2));
        QVERIFY(others.back()->subscribe({}).subscription > 0);
    }
    Follower last(*m_daemon, 1000);
    error = last.call(QStringLiteral("daemon.subscribe"), QJsonObject()).value(u"error").toObject();
    QCOMPARE(error.value(u"data").toObject().value(u"code").toString(), QStringLiteral("resource_exhausted"));
}

void tst_SubscriptionService::unsubscribes()
{
    Follower follower(*m_daemon, 7);
    Follower other(*m_daemon, 8);
    follower.subscribe(quick());
    const QJsonObject params{{QStringLiteral("subscription"), follower.subscription}};
    // Another one's cannot be ended.
    QVERIFY(other.call(QStringLiteral("daemon.unsubscribe"), params).contains(u"error"));
    QCOMPARE(m_daemon->service.subscriptions().count(), 1u);
    QCOMPARE(follower.call(QStringLiteral("daemon.unsubscribe"), params).value(u"result"), QJsonValue(true));
    QCOMPARE(m_daemon->service.subscriptions().count(), 0u);
    QVERIFY(follower.call(QStringLiteral("daemon.unsubscribe"), params).contains(u"error"));
    const qsizetype before = follower.events.size();
    run(1);
    QCOMPARE(follower.events.size(), before);
}

void tst_SubscriptionService::endsWithItsConnection()
{
    Follower follower(*m_daemon, 7);
    follower.subscribe(quick());
    Follower other(*m_daemon, 8);
    other.subscribe(quick());
    QCOMPARE(m_daemon->service.subscriptions().count(), 2u);
    follower.hangUp();
    QTRY_COMPARE(m_daemon->service.subscriptions().count(), 1u);
    run(1);
    QTRY_COMPARE(other.finishedCount(), 1); // it goes on
}

void tst_SubscriptionService::tellsOfTheDaemon()
{
    Follower follower(*m_daemon, 7);
    const DaemonEvent snapshot = follower.subscribe(quick(QJsonArray{QStringLiteral("daemon")}));
    QCOMPARE(snapshot.daemon->state, QStringLiteral("ready"));
    m_daemon->control.status.uptimeMs = 5; // no news
    m_daemon->control.status.state = QStringLiteral("degraded");
    QTRY_COMPARE(follower.events.size(), 1);
    QCOMPARE(follower.events[0].daemon->state, QStringLiteral("degraded"));
    QCOMPARE(follower.events[0].daemon->uptimeMs, 5);
    m_daemon->control.status.state = QStringLiteral("draining");
    m_daemon->server.drain(); // told without a pause
    QTRY_COMPARE(follower.events.size(), 2);
    QCOMPARE(follower.events[1].daemon->state, QStringLiteral("draining"));
}

QTEST_GUILESS_MAIN(tst_SubscriptionService)
#include "tst_subscriptionservice.moc"
