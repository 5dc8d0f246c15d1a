#include "core/daemonrpc/admin/eventjournal_p.h"
#include "followeddaemon.h"

#include <daemonrpc/wire/clientmessages.h>

#include <QTest>

using namespace DaemonRpc;

class tst_EventJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingNew();
    void bytesAreNews();
    void bytesOfSubscribersAreNone();
    void callsOfSubscribersAreNone();
    void endIsToldOnce();
    void leavesOutTheOldest();
    void commandsGo();

private:
    /// What is new since the last call.
    DaemonEvent news(qsizetype maxEnded = RequestTable::maxHistory)
    {
        DaemonEvent event;
        m_journal->look();
        m_journal->tell(&event, &m_position, m_options, maxEnded);
        event.process.reset(); // changes at any time
        return event;
    }

    std::unique_ptr<FollowedDaemon> m_daemon;
    std::unique_ptr<EventJournal> m_journal;
    SubscriptionOptions m_options;
    EventJournal::Position m_position;
};

void tst_EventJournal::init()
{
    m_daemon = std::make_unique<FollowedDaemon>();
    m_journal = std::make_unique<EventJournal>(m_daemon->server, m_daemon->control);
    m_options = {};
    m_position = m_journal->beginning(0);
}

void tst_EventJournal::cleanup()
{
    m_journal.reset();
    m_daemon.reset();
}

void tst_EventJournal::nothingNew()
{
    QVERIFY(!news().isEmpty()); // the first time everything is
    QVERIFY(news().isEmpty());
    const auto peer = m_daemon->call("wait");
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 1);
    const DaemonEvent event = news();
    QCOMPARE(event.requests.size(), 1);
    QCOMPARE(event.connections.size(), 1);
    QVERIFY(news().isEmpty()); // that it grows older is no news
}

void tst_EventJournal::bytesAreNews()
{
    const auto peer = m_daemon->call("wait");
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 1);
    static_cast<void>(news());
    peer->send(FrameType::Resize, Resize{100, 40}.encode());
    DaemonEvent event;
    QTRY_VERIFY(!event.connections.isEmpty() || !(event = news()).connections.isEmpty());
    QVERIFY(event.connections[0].bytesReceived > 0);
}

void tst_EventJournal::bytesOfSubscribersAreNone()
{
    const auto peer = m_daemon->call("wait");
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 1);
    const DaemonEvent before = news();
    const auto id = static_cast<quint64>(before.connections[0].id);
    const qint64 bytes = before.connections[0].bytesReceived;
    m_journal->setQuiet(id, true);
    peer->send(FrameType::Resize, Resize{100, 40}.encode());
    QTRY_VERIFY(m_daemon->server.connections().records()[0].bytesReceived > bytes);
    QVERIFY(news().connections.isEmpty());
    m_journal->setQuiet(id, false);
    QCOMPARE(news().connections.size(), 1);
}

// One who asks for each change what it is would hear of each question.
void tst_EventJournal::callsOfSubscribersAreNone()
{
    auto [near, far] = MemoryStream::makePair();
    m_daemon->server.serve(std::move(near));
    WirePeer peer(std::move(far));
    VersionCheck version;
    version.intent = Intent::Admin;
    peer.send(FrameType::VersionCheck, version.encode());
    const auto ask = [this, &peer](quint64 number) {
        peer.send(FrameType::Rpc, R"({"jsonrpc":"2.0","id":1,"method":"ping"})");
        return QTest::qWaitFor([this, number] {
            const QList<ConnectionRecord> connections = m_daemon->server.connections().records();
            return connections.size() == 1 && connections[0].requests == number;
        });
    };
    QVERIFY(ask(1));
    const DaemonEvent before = news();
    QCOMPARE(before.connections[0].requests, 1);
    m_journal->setQuiet(static_cast<quint64>(before.connections[0].id), true);
    QVERIFY(ask(2));
    QVERIFY(news().connections.isEmpty());
    m_journal->setQuiet(static_cast<quint64>(before.connections[0].id), false);
    QCOMPARE(news().connections[0].requests, 2);
}

void tst_EventJournal::endIsToldOnce()
{
    const auto peer = m_daemon->call("wait");
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 1);
    static_cast<void>(news());
    QVERIFY(m_daemon->server.requests().cancel(1, CancellationReason::Administrator, QStringLiteral("me")));
    // It has ended, and the table will say so from the event loop.
    QCOMPARE(m_daemon->server.requests().running()[0].state, RequestState::Finished);
    QVERIFY(news().requests.isEmpty());
    QTRY_COMPARE(m_daemon->server.requests().runningCount(), 0);
    const DaemonEvent event = news();
    QCOMPARE(event.requests.size(), 1);
    QVERIFY(event.requests[0].isFinished());
    QVERIFY(news().requests.isEmpty());
}

void tst_EventJournal::leavesOutTheOldest()
{
    std::vector<std::unique_ptr<WirePeer>> peers;
    for (int i = 0; i < 10; ++i)
        peers.push_back(m_daemon->call("quick"));
    QTRY_COMPARE(m_daemon->server.requests().finishedCount(), 10u);
    const DaemonEvent event = news(3);
    QCOMPARE(event.requests.size(), 3);
    QCOMPARE(event.requests[2].id, 10);
    QCOMPARE(event.lost.value(QStringLiteral("requests")), 7);
    QVERIFY(event.liveRequests && event.liveRequests->isEmpty());
}

void tst_EventJournal::commandsGo()
{
    QCOMPARE(news().commands.size(), 2);
    HandlerRegistry fewer;
    fewer.add("other", std::make_unique<FunctionHandler>(
                           [](RequestContext &) { return std::make_unique<Execution>(); }));
    m_daemon->server.setHandlers(std::move(fewer));
    DaemonEvent event;
    QTRY_VERIFY(event.liveCommands || (event = news()).liveCommands);
    QCOMPARE(*event.liveCommands, QStringList{QStringLiteral("other")});
    QCOMPARE(event.commands.size(), 1);
    QCOMPARE(event.commands[0].name, QStringLiteral("other"));
}

QTEST_GUILESS_MAIN(tst_EventJournal)
#include "tst_eventjournal.moc"
