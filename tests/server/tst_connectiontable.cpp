#include "tests/shared/userstream.h"
#include "tests/shared/wirepeer.h"

#include <daemonrpc/server/connectiontable.h>
#include <daemonrpc/wire/command.h>
#include <daemonrpc/wire/daemonmessages.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;

namespace {

/// Takes every command and lets it run for ever.
class TestHost : public ServerConnectionHost
{
public:
    [[nodiscard]] VersionCheck ownVersion() const override { return {}; }

    std::optional<Error> admit(const VersionCheck &, const PeerIdentity &) override { return std::nullopt; }

    quint64 reserveRequestId() override { return ++lastId; }

    void startRequest(quint64 id, quint64, const PeerIdentity &, const Command &,
                      DaemonSession *session) override
    {
        sessions[id] = session;
    }

    [[nodiscard]] RpcEndpoint *rpcEndpoint() const override { return endpoint; }

    [[nodiscard]] DialectEndpoint *dialectEndpoint(Dialect) const override { return nullptr; }

    [[nodiscard]] const AccessPolicy &accessPolicy() const override { return access; }

    AccessPolicy access;

    quint64 lastId = 0;
    QHash<quint64, QPointer<DaemonSession>> sessions;
    RpcEndpoint *endpoint = nullptr;
};

class SilentEndpoint : public RpcEndpoint
{
public:
    std::unique_ptr<RpcConversation> open(RpcLink &) override
    {
        class Silent : public RpcConversation
        {
        public:
            void receive(QByteArrayView) override {}
        };

        return std::make_unique<Silent>();
    }
};

} // namespace

class tst_ConnectionTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void countsAndRecords();
    void saysWhoComesAndGoes();
    void totalLimit();
    void limitPerUser();
    void idleGivesWay();
    void oldestIdleGivesWay();
    void idleOfOthersIsLeftAlone();
    void rpcIsNotIdle();
    void roomAgainAfterAnEnd();
    void refusedAreForgotten();
    void delivering();
    void unknownPeers();
    void destroyedWithConnections();

private:
    enum class Wish { Nothing, Version, Command, Rpc };

    std::unique_ptr<WirePeer> connectAs(quint32 uid, Wish wish)
    {
        auto [near, far] = MemoryStream::makePair();
        auto peer = std::make_unique<WirePeer>(std::move(far));
        const PeerCredentials user{1, uid, uid};
        m_table->add(std::make_unique<UserStream>(std::move(near), user), {user, {}, {}, Role::Control});
        if (wish != Wish::Nothing)
            peer->send(FrameType::VersionCheck, VersionCheck().encode());
        if (wish == Wish::Command)
            peer->send(FrameType::Command, Command({"x"}).encode());
        if (wish == Wish::Rpc)
            peer->send(FrameType::Rpc, "{}");
        settle();
        return peer;
    }

    void make(int maxConnections, int perUser)
    {
        Limits limits;
        limits.maxConnections = maxConnections;
        limits.maxConnectionsPerUser = perUser;
        m_table = std::make_unique<ConnectionTable>(limits, &m_host);
    }

    static void settle()
    {
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
    }

    static ErrorCode refusal(const WirePeer &peer)
    {
        if (peer.count(FrameType::CommandError) != 1 ||
            peer.frames().constFirst().type != FrameType::VersionCheck)
            return ErrorCode(0);
        return decodeCommandError(peer.last(FrameType::CommandError))->code();
    }

    TestHost m_host;
    std::unique_ptr<ConnectionTable> m_table;
};

void tst_ConnectionTable::init() { m_host = TestHost(); }

void tst_ConnectionTable::cleanup() { m_table.reset(); }

void tst_ConnectionTable::countsAndRecords()
{
    make(10, 10);
    QSignalSpy changed(m_table.get(), &ConnectionTable::countChanged);
    const auto idle = connectAs(1, Wish::Nothing);
    const auto asked = connectAs(2, Wish::Command);
    QCOMPARE(m_table->count(), 2);
    QCOMPARE(m_table->acceptedCount(), 2u);
    QCOMPARE(changed.size(), 2);
    const QList<ConnectionRecord> records = m_table->records();
    QCOMPARE(records[0].id, 1u);
    QCOMPARE(records[0].state, ConnectionState::Handshake);
    QCOMPARE(records[0].requestId, 0u);
    QCOMPARE(records[0].peer.credentials->uid, 1u);
    QVERIFY(records[0].connectedAtMs > 0);
    QCOMPARE(records[1].id, 2u);
    QCOMPARE(records[1].state, ConnectionState::Command);
    QCOMPARE(records[1].requestId, 1u);
    QVERIFY(records[1].bytesReceived > 0);
    QVERIFY(records[1].bytesSent > 0);
}

void tst_ConnectionTable::saysWhoComesAndGoes()
{
    make(10, 10);
    QSignalSpy added(m_table.get(), &ConnectionTable::added);
    QList<ConnectionRecord> removed;
    const auto peer = connectAs(2, Wish::Command);
    QCOMPARE(added.size(), 1);
    const auto id = added[0][0].value<quint64>();
    const std::optional<ConnectionRecord> open = m_table->find(id);
    QVERIFY(open);
    QCOMPARE(open->state, ConnectionState::Command);
    QCOMPARE(open->dialect, Dialect::Frames);
    QVERIFY(open->lastActivityAtMs >= open->connectedAtMs);
    QVERIFY(!open->peerProgram.isEmpty()); // process 1 has a name
    QCOMPARE(open->closedAtMs, 0);
    QCOMPARE(m_table->closedCount(), 0u);
    connect(m_table.get(), &ConnectionTable::removed, this,
            [&removed](const ConnectionRecord &record) { removed.append(record); });
    peer->hangUp();
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(removed[0].id, id);
    QCOMPARE(removed[0].state, ConnectionState::Closed);
    QVERIFY(removed[0].closedAtMs >= removed[0].connectedAtMs);
    QCOMPARE(removed[0].peerProgram, open->peerProgram);
    QVERIFY(removed[0].bytesReceived > 0);
    QVERIFY(!m_table->find(id));
    QCOMPARE(m_table->closedCount(), 1u);
    QCOMPARE(m_table->acceptedCount(), 1u);
}

void tst_ConnectionTable::totalLimit()
{
    make(2, 2);
    const auto first = connectAs(1, Wish::Command);
    const auto second = connectAs(2, Wish::Command);
    const auto third = connectAs(3, Wish::Command);
    QCOMPARE(refusal(*third), ErrorCode::TooManyConnections);
    QTRY_VERIFY(third->hasEnded());
    QCOMPARE(m_table->count(), 2);
    QCOMPARE(m_host.sessions.size(), 2);
    QVERIFY(!first->hasEnded());
}

void tst_ConnectionTable::limitPerUser()
{
    make(10, 2);
    const auto first = connectAs(1, Wish::Command);
    const auto second = connectAs(1, Wish::Command);
    const auto third = connectAs(1, Wish::Command);
    const auto other = connectAs(2, Wish::Command);
    QCOMPARE(refusal(*third), ErrorCode::TooManyConnections);
    QCOMPARE(refusal(*other), ErrorCode(0));
    QCOMPARE(m_table->count(), 3);
}

void tst_ConnectionTable::idleGivesWay()
{
    make(2, 2);
    const auto busy = connectAs(1, Wish::Command);
    const auto idle = connectAs(1, Wish::Version);
    const auto third = connectAs(1, Wish::Command);
    QTRY_VERIFY(idle->hasEnded());
    QCOMPARE(refusal(*idle), ErrorCode::TooManyConnections);
    QCOMPARE(refusal(*third), ErrorCode(0));
    QCOMPARE(m_table->count(), 2);
    QCOMPARE(m_host.sessions.size(), 2);
    QVERIFY(!busy->hasEnded());
}

void tst_ConnectionTable::oldestIdleGivesWay()
{
    make(3, 3);
    const auto first = connectAs(1, Wish::Nothing);
    const auto second = connectAs(1, Wish::Nothing);
    const auto third = connectAs(1, Wish::Nothing);
    const auto fourth = connectAs(1, Wish::Nothing);
    QTRY_VERIFY(first->hasEnded());
    QVERIFY(!second->hasEnded());
    QVERIFY(!third->hasEnded());
    QVERIFY(!fourth->hasEnded());
    QCOMPARE(m_table->count(), 3);
}

void tst_ConnectionTable::idleOfOthersIsLeftAlone()
{
    make(10, 1);
    const auto other = connectAs(2, Wish::Nothing);
    const auto first = connectAs(1, Wish::Command);
    const auto second = connectAs(1, Wish::Command);
    QCOMPARE(refusal(*second), ErrorCode::TooManyConnections);
    QVERIFY(!other->hasEnded());
}

void tst_ConnectionTable::rpcIsNotIdle()
{
    SilentEndpoint endpoint;
    m_host.endpoint = &endpoint;
    make(1, 1);
    const auto watching = connectAs(1, Wish::Rpc);
    QCOMPARE(m_table->records()[0].state, ConnectionState::Rpc);
    const auto second = connectAs(1, Wish::Command);
    QCOMPARE(refusal(*second), ErrorCode::TooManyConnections);
    QVERIFY(!watching->hasEnded());
    m_table.reset();
}

void tst_ConnectionTable::roomAgainAfterAnEnd()
{
    make(1, 1);
    auto first = connectAs(1, Wish::Command);
    first->hangUp();
    settle();
    QCOMPARE(m_table->count(), 0);
    const auto second = connectAs(1, Wish::Command);
    QCOMPARE(refusal(*second), ErrorCode(0));
    QCOMPARE(m_table->count(), 1);
    QCOMPARE(m_table->acceptedCount(), 2u);
}

// A flood of refused connections costs neither places nor memory.
void tst_ConnectionTable::refusedAreForgotten()
{
    make(1, 1);
    const auto first = connectAs(1, Wish::Command);
    for (int i = 0; i < 100; ++i) {
        const auto refused = connectAs(1, Wish::Nothing);
        QCOMPARE(refusal(*refused), ErrorCode::TooManyConnections);
    }
    QCOMPARE(m_table->count(), 1);
    QVERIFY(!first->hasEnded());
}

void tst_ConnectionTable::delivering()
{
    make(10, 10);
    const auto idle = connectAs(1, Wish::Version);
    QVERIFY(!m_table->isDelivering());
    const auto busy = connectAs(1, Wish::Command);
    QVERIFY(m_table->isDelivering());
    busy->setReading(false);
    DaemonSession *session = m_host.sessions.begin().value();
    session->sendOutput(QByteArray(2 * MemoryStream::defaultCapacity, 'x'));
    session->finish({});
    settle();
    QVERIFY(m_table->isDelivering()); // its last output is still on its way
    busy->setReading(true);
    QTRY_VERIFY(!m_table->isDelivering());
    QCOMPARE(m_table->count(), 1);
}

void tst_ConnectionTable::unknownPeers()
{
    make(10, 1);
    auto [near, far] = MemoryStream::makePair();
    WirePeer peer(std::move(far));
    m_table->add(std::make_unique<UserStream>(std::move(near), std::nullopt), {});
    QCOMPARE(m_table->count(), 1);
    QVERIFY(!m_table->records()[0].peer.credentials);
    peer.hangUp();
    settle();
    QCOMPARE(m_table->count(), 0);
}

void tst_ConnectionTable::destroyedWithConnections()
{
    make(10, 10);
    const auto idle = connectAs(1, Wish::Nothing);
    const auto busy = connectAs(1, Wish::Command);
    m_table.reset();
    QTRY_VERIFY(idle->hasEnded());
    QTRY_VERIFY(busy->hasEnded());
}

QTEST_GUILESS_MAIN(tst_ConnectionTable)
#include "tst_connectiontable.moc"
