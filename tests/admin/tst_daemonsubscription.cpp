#include "eventtesting.h"
#include "followeddaemon.h"
#include "tests/shared/localdaemon.h"
#include "tests/shared/signalerror.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/admin/daemonsubscription.h>

#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace EventTesting;

namespace {

/// Answers every subscription with @p snapshot and sends what a test wants.
class ScriptedDaemon
{
public:
    explicit ScriptedDaemon(QJsonValue snapshot = DaemonEvent().toJson())
        : m_snapshot(std::move(snapshot))
        , m_daemon([this](WirePeer &peer, int) { serve(peer); })
    {}

    [[nodiscard]] ClientOptions options() const { return m_daemon.socket().options(); }

    void send(const QJsonObject &event)
    {
        const QJsonObject message{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                                  {QStringLiteral("method"), QStringLiteral("daemon.event")},
                                  {QStringLiteral("params"), event}};
        m_daemon.peer(1).send(FrameType::Rpc, QJsonDocument(message).toJson());
    }

    void sendEvent(qint64 sequence)
    {
        DaemonEvent event;
        event.subscription = subscriptions;
        event.sequence = sequence;
        event.requests = {request(sequence, QStringLiteral("finished"))};
        send(event.toJson());
    }

    void hangUp() { m_daemon.peer(1).hangUp(); }

    int subscriptions = 0;
    int unsubscriptions = 0;
    bool refuses = false;

private:
    void serve(WirePeer &peer)
    {
        peer.send(FrameType::VersionCheck, VersionCheck().encode());
        QObject::connect(&peer, &WirePeer::frameCame, &peer, [this, &peer] { answer(peer); });
    }

    void answer(WirePeer &peer)
    {
        if (peer.frames().constLast().type != FrameType::Rpc)
            return;
        const QJsonObject request = QJsonDocument::fromJson(peer.frames().constLast().payload).object();
        QJsonObject answer{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                           {QStringLiteral("id"), request.value(u"id")}};
        if (request.value(u"method").toString() == u"daemon.unsubscribe") {
            ++unsubscriptions;
            answer.insert(QStringLiteral("result"), true);
        } else if (refuses) {
            answer.insert(QStringLiteral("error"),
                          QJsonObject{{QStringLiteral("code"), -32601},
                                      {QStringLiteral("message"), QStringLiteral("no")}});
        } else {
            ++subscriptions;
            answer.insert(QStringLiteral("result"),
                          QJsonObject{{QStringLiteral("subscription"), subscriptions},
                                      {QStringLiteral("interval_ms"), 250},
                                      {QStringLiteral("topics"), QJsonArray{QStringLiteral("requests")}},
                                      {QStringLiteral("snapshot"), m_snapshot}});
        }
        peer.send(FrameType::Rpc, QJsonDocument(answer).toJson());
    }

    QJsonValue m_snapshot;
    FakeDaemon m_daemon;
};

} // namespace

class tst_DaemonSubscription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsADaemon();
    void beginsAnewAfterAGap();
    void pausesWhenItHappensAgain();
    void brokenEvents_data();
    void brokenEvents();
    void brokenSnapshots_data();
    void brokenSnapshots();
    void eventsOfOthers();
    void isRefused();
    void connectionEnds();
    void unsubscribesWhenItGoes();
};

void tst_DaemonSubscription::followsADaemon()
{
    FollowedDaemon daemon;
    const LocalSocket socket;
    daemon.server.addListener(const_cast<LocalSocket &>(socket).takeListener());
    AdminClient admin(socket.options());
    SubscriptionOptions options;
    options.interval = std::chrono::milliseconds(10);
    const std::unique_ptr<DaemonSubscription> subscription = admin.subscribe(options);
    QCOMPARE(subscription->state(), DaemonSubscription::State::Starting);
    QTRY_COMPARE(subscription->state(), DaemonSubscription::State::Live);
    const DaemonMirror &mirror = subscription->mirror();
    QCOMPARE(mirror.daemon().state, QStringLiteral("ready"));
    QCOMPARE(mirror.connections().size(), 1); // our own
    QCOMPARE(mirror.connections().first().dialect, QStringLiteral("frames"));
    QVERIFY(mirror.connections().first().peerPid > 0);
    QVERIFY(!mirror.connections().first().peerProgram.isEmpty());
    const auto peer = daemon.call("wait");
    QTRY_COMPARE(mirror.requests().size(), 1);
    admin.cancel(mirror.requests().firstKey(), [](const Result<void> &) {});
    QTRY_COMPARE(mirror.finishedRequests().size(), 1u);
    QVERIFY(mirror.requests().isEmpty());
    QCOMPARE(mirror.totals().cancelledRequests, 1);
    QCOMPARE(subscription->restartCount(), 0);
    std::optional<RequestSnapshot> detail;
    admin.request(1, [&detail](const Result<RequestSnapshot> &request) { detail = *request; });
    QTRY_VERIFY(detail);
    QCOMPARE(detail->id, 1);
}

void tst_DaemonSubscription::beginsAnewAfterAGap()
{
    ScriptedDaemon daemon;
    AdminClient admin(daemon.options());
    DaemonSubscription subscription(admin, {});
    QSignalSpy interrupted(&subscription, &DaemonSubscription::interrupted);
    QSignalSpy snapshots(&subscription, &DaemonSubscription::snapshotReceived);
    QSignalSpy events(&subscription, &DaemonSubscription::eventReceived);
    QTRY_COMPARE(snapshots.size(), 1);
    daemon.sendEvent(1);
    QTRY_COMPARE(events.size(), 1);
    daemon.sendEvent(3);
    QTRY_COMPARE(snapshots.size(), 2);
    QCOMPARE(interrupted.size(), 1);
    QCOMPARE(errorIn(interrupted).code(), ErrorCode::ProtocolViolation);
    QVERIFY(errorIn(interrupted).message().contains(u"event 2"));
    QCOMPARE(events.size(), 1); // the wrong one was not taken
    QCOMPARE(subscription.mirror().sequence(), 0);
    QTRY_COMPARE(daemon.unsubscriptions, 1);
    daemon.sendEvent(1);
    QTRY_COMPARE(events.size(), 2);
}

void tst_DaemonSubscription::pausesWhenItHappensAgain()
{
    ScriptedDaemon daemon;
    AdminClient admin(daemon.options());
    DaemonSubscription subscription(admin, {});
    QTRY_COMPARE(daemon.subscriptions, 1);
    QTRY_COMPARE(subscription.state(), DaemonSubscription::State::Live);
    daemon.sendEvent(9);
    QTRY_COMPARE(daemon.subscriptions, 2); // at once
    QTRY_COMPARE(subscription.state(), DaemonSubscription::State::Live);
    daemon.sendEvent(9);
    QTRY_COMPARE(subscription.state(), DaemonSubscription::State::Pausing);
    for (int i = 0; i < 50; ++i) // whatever it sends meanwhile
        daemon.sendEvent(i);
    QTRY_COMPARE(subscription.state(), DaemonSubscription::State::Live);
    QCOMPARE(daemon.subscriptions, 3);
    QCOMPARE(subscription.restartCount(), 2);
}

void tst_DaemonSubscription::brokenEvents_data()
{
    QTest::addColumn<QJsonObject>("event");
    QTest::newRow("empty") << QJsonObject();
    QTest::newRow("wrong types") << QJsonObject{{QStringLiteral("subscription"), 1},
                                                {QStringLiteral("sequence"), QStringLiteral("1")}};
    QJsonObject event = fullEvent().toJson();
    event.insert(QStringLiteral("subscription"), 1);
    event.insert(QStringLiteral("sequence"), 1);
    event.insert(QStringLiteral("requests"), QJsonArray{QJsonObject{{QStringLiteral("id"), QJsonValue()}}});
    QTest::newRow("a broken request") << event;
}

void tst_DaemonSubscription::brokenEvents()
{
    QFETCH(const QJsonObject, event);
    ScriptedDaemon daemon;
    AdminClient admin(daemon.options());
    DaemonSubscription subscription(admin, {});
    QSignalSpy disconnected(&admin, &AdminClient::disconnected);
    QTRY_COMPARE(subscription.state(), DaemonSubscription::State::Live);
    daemon.send(event);
    QTRY_COMPARE(subscription.restartCount(), 1);
    QTRY_COMPARE(subscription.state(), DaemonSubscription::State::Live);
    QCOMPARE(disconnected.size(), 0);
}

void tst_DaemonSubscription::brokenSnapshots_data()
{
    QTest::addColumn<QJsonValue>("snapshot");
    QTest::newRow("none") << QJsonValue(QJsonValue::Null);
    QTest::newRow("number") << QJsonValue(7);
    QTest::newRow("empty") << QJsonValue(QJsonObject());
}

void tst_DaemonSubscription::brokenSnapshots()
{
    QFETCH(const QJsonValue, snapshot);
    ScriptedDaemon daemon(snapshot);
    AdminClient admin(daemon.options());
    DaemonSubscription subscription(admin, {});
    QTRY_VERIFY(subscription.restartCount() >= 2); // it keeps trying, with pauses
    QVERIFY(subscription.state() != DaemonSubscription::State::Live);
    QCOMPARE(subscription.mirror().sequence(), -1);
}

void tst_DaemonSubscription::eventsOfOthers()
{
    ScriptedDaemon daemon;
    AdminClient admin(daemon.options());
    DaemonSubscription subscription(admin, {});
    QTRY_COMPARE(subscription.state(), DaemonSubscription::State::Live);
    DaemonEvent other;
    other.subscription = 77;
    other.sequence = 5;
    daemon.send(other.toJson());
    daemon.sendEvent(1);
    QTRY_COMPARE(subscription.mirror().sequence(), 1);
    QCOMPARE(subscription.restartCount(), 0);
}

void tst_DaemonSubscription::isRefused()
{
    ScriptedDaemon daemon;
    daemon.refuses = true;
    AdminClient admin(daemon.options());
    DaemonSubscription subscription(admin, {});
    QSignalSpy failed(&subscription, &DaemonSubscription::failed);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(errorIn(failed).code(), ErrorCode::Unsupported);
    QCOMPARE(subscription.state(), DaemonSubscription::State::Ended);
}

void tst_DaemonSubscription::connectionEnds()
{
    ScriptedDaemon daemon;
    AdminClient admin(daemon.options());
    DaemonSubscription subscription(admin, {});
    QSignalSpy failed(&subscription, &DaemonSubscription::failed);
    QTRY_COMPARE(subscription.state(), DaemonSubscription::State::Live);
    daemon.sendEvent(1);
    QTRY_COMPARE(subscription.mirror().finishedRequests().size(), 1u);
    daemon.hangUp();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(subscription.state(), DaemonSubscription::State::Ended);
    QCOMPARE(subscription.mirror().finishedRequests().size(), 1u); // what was last known stays
}

void tst_DaemonSubscription::unsubscribesWhenItGoes()
{
    ScriptedDaemon daemon;
    AdminClient admin(daemon.options());
    auto subscription = std::make_unique<DaemonSubscription>(admin, SubscriptionOptions());
    QTRY_COMPARE(subscription->state(), DaemonSubscription::State::Live);
    subscription.reset();
    QTRY_COMPARE(daemon.unsubscriptions, 1);
    // The client may go first.
    auto client = std::make_unique<AdminClient>(daemon.options());
    DaemonSubscription orphan(*client, {});
    client.reset();
    QVERIFY(orphan.state() != DaemonSubscription::State::Live);
}

QTEST_GUILESS_MAIN(tst_DaemonSubscription)
#include "tst_daemonsubscription.moc"
