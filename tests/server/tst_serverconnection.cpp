#include "tests/shared/wirepeer.h"

#include <daemonrpc/server/serverconnection.h>
#include <daemonrpc/wire/clientmessages.h>

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace std::chrono_literals;

namespace {

/// Answers each message with what a test says.
class TestEndpoint : public RpcEndpoint
{
public:
    std::unique_ptr<RpcConversation> open(RpcLink &link) override
    {
        ++opened;
        id = link.connectionId();
        credentials = link.peer().credentials;
        send = [&link](QByteArrayView message) { link.send(message); };
        return std::make_unique<Conversation>(*this);
    }

    int opened = 0;
    int closed = 0;
    quint64 id = 0;
    std::optional<PeerCredentials> credentials;
    std::function<void(QByteArrayView)> send;
    QByteArrayList received;
    QByteArray answer;

private:
    class Conversation : public RpcConversation
    {
    public:
        explicit Conversation(TestEndpoint &endpoint)
            : m_endpoint(endpoint)
        {}

        ~Conversation() override { ++m_endpoint.closed; }

        Conversation(const Conversation &) = delete;
        Conversation &operator=(const Conversation &) = delete;

        void receive(QByteArrayView message) override
        {
            m_endpoint.received.append(message.toByteArray());
            if (!m_endpoint.answer.isEmpty())
                m_endpoint.send(m_endpoint.answer);
        }

        [[nodiscard]] quint64 callCount() const override
        {
            return static_cast<quint64>(m_endpoint.received.size());
        }

    private:
        TestEndpoint &m_endpoint;
    };
};

class TestHost : public ServerConnectionHost
{
public:
    [[nodiscard]] VersionCheck ownVersion() const override
    {
        VersionCheck version;
        version.buildId = "host";
        return version;
    }

    std::optional<Error> admit(const VersionCheck &client, const PeerIdentity &) override
    {
        admitted.append(client);
        return refusal;
    }

    quint64 reserveRequestId() override { return ++lastId; }

    void startRequest(quint64 id, quint64 connectionId, const PeerIdentity &, const Command &command,
                      DaemonSession *startedSession) override
    {
        startedIds.append({id, connectionId});
        commands.append(command);
        session = startedSession;
    }

    [[nodiscard]] RpcEndpoint *rpcEndpoint() const override { return endpoint; }

    [[nodiscard]] DialectEndpoint *dialectEndpoint(Dialect) const override { return nullptr; }

    [[nodiscard]] const AccessPolicy &accessPolicy() const override { return access; }

    AccessPolicy access;

    quint64 lastId = 40;
    QList<VersionCheck> admitted;
    QList<std::pair<quint64, quint64>> startedIds;
    QList<Command> commands;
    QPointer<DaemonSession> session;
    std::optional<Error> refusal;
    RpcEndpoint *endpoint = nullptr;
};

} // namespace

class tst_ServerConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void runsACommand();
    void commandOfAnAdministrator();
    void notAdmitted();
    void handshakeDeadline_data();
    void handshakeDeadline();
    void noDeadlineAfterTheHandshake_data();
    void noDeadlineAfterTheHandshake();
    void refusedBeforeItStarts();
    void rpc();
    void rpcWithoutEndpoint();
    void rpcPeerThatNeverReads();
    void rpcAnswersAfterTheEnd();
    void violation();
    void peerGone();
    void stateNames();

private:
    void make(const Limits &limits = {})
    {
        auto [near, far] = MemoryStream::makePair();
        m_peer = std::make_unique<WirePeer>(std::move(far));
        m_connection =
            std::make_unique<ServerConnection>(3, std::move(near), PeerIdentity(), limits, m_host.get());
        m_finished = std::make_unique<QSignalSpy>(m_connection.get(), &ServerConnection::finished);
    }

    void greet(Intent intent = Intent::Run)
    {
        VersionCheck version;
        version.intent = intent;
        m_peer->send(FrameType::VersionCheck, version.encode());
    }

    [[nodiscard]] ErrorCode refusal() const
    {
        const Result<Error> error = decodeCommandError(m_peer->last(FrameType::CommandError));
        return error ? error->code() : ErrorCode(0);
    }

    std::unique_ptr<TestHost> m_host;
    TestEndpoint m_endpoint;
    std::unique_ptr<ServerConnection> m_connection;
    std::unique_ptr<WirePeer> m_peer;
    std::unique_ptr<QSignalSpy> m_finished;
};

void tst_ServerConnection::init()
{
    m_host = std::make_unique<TestHost>();
    m_endpoint = TestEndpoint();
}

void tst_ServerConnection::cleanup()
{
    m_connection.reset();
    m_peer.reset();
}

void tst_ServerConnection::runsACommand()
{
    make();
    QCOMPARE(m_connection->id(), 3u);
    QVERIFY(m_connection->isInHandshake());
    m_connection->start();
    greet();
    m_peer->send(FrameType::Command, Command({"echo"}).encode());
    QTRY_COMPARE(m_host->commands.size(), 1);
    QCOMPARE(m_host->admitted.size(), 1);
    QCOMPARE(m_host->startedIds, (QList<std::pair<quint64, quint64>>{{41, 3}}));
    QVERIFY(!m_connection->isInHandshake());
    QVERIFY(m_connection->isDelivering());
    QCOMPARE(m_connection->record().state, ConnectionState::Command);
    QCOMPARE(m_connection->record().requestId, 41u);
    QTRY_COMPARE(m_peer->count(FrameType::VersionCheck), 1);
    const Result<VersionCheck> version = VersionCheck::decode(m_peer->last(FrameType::VersionCheck));
    QCOMPARE(version->buildId, QByteArray("host"));
    QCOMPARE(version->requestId, 41u); // told before it runs
    m_host->session->finish({});
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(m_finished->constFirst().constFirst().toULongLong(), 3u);
    QCOMPARE(m_connection->record().state, ConnectionState::Closing);
}

void tst_ServerConnection::commandOfAnAdministrator()
{
    make();
    m_connection->start();
    greet(Intent::Admin);
    QTRY_COMPARE(m_peer->count(FrameType::VersionCheck), 1);
    QCOMPARE(VersionCheck::decode(m_peer->last(FrameType::VersionCheck))->requestId, 0u);
    QCOMPARE(m_host->lastId, 40u); // no id for a request that nobody announced
    m_peer->send(FrameType::Command, Command({"echo"}).encode());
    QTRY_COMPARE(m_host->startedIds, (QList<std::pair<quint64, quint64>>{{41, 3}}));
}

void tst_ServerConnection::notAdmitted()
{
    make();
    m_host->refusal = Error(ErrorCode::DaemonNewer, QStringLiteral("too old"));
    m_connection->start();
    greet();
    m_peer->send(FrameType::Command, Command({"echo"}).encode());
    QTRY_COMPARE(m_finished->size(), 1);
    QTRY_COMPARE(refusal(), ErrorCode::DaemonNewer);
    QCOMPARE(m_peer->frames().size(), 2);
    QCOMPARE(m_peer->frames()[0].type, FrameType::VersionCheck);
    QCOMPARE(m_host->commands.size(), 0);
    QCOMPARE(m_host->lastId, 40u);
    QVERIFY(!m_connection->isDelivering());
}

void tst_ServerConnection::handshakeDeadline_data()
{
    QTest::addColumn<QByteArray>("said");
    const QByteArray version = encodeFrame(FrameType::VersionCheck, VersionCheck().encode());
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a version") << version.left(9);
    QTest::newRow("the version") << version;
    QTest::newRow("half a command")
        << version + encodeFrame(FrameType::Command, Command({"echo"}).encode()).chopped(1);
    QTest::newRow("an extension") << version + encodeFrame(static_cast<FrameType>(0x80), "x");
}

void tst_ServerConnection::handshakeDeadline()
{
    QFETCH(const QByteArray, said);
    Limits limits;
    limits.handshakeTimeout = 30ms;
    make(limits);
    m_connection->start();
    if (!said.isEmpty())
        m_peer->sendRaw(said);
    QTRY_COMPARE(m_finished->size(), 1);
    QTRY_COMPARE(refusal(), ErrorCode::Timeout);
    QCOMPARE(m_peer->count(FrameType::VersionCheck), 1);
    QCOMPARE(m_peer->frames()[0].type, FrameType::VersionCheck);
    QCOMPARE(m_host->commands.size(), 0);
}

void tst_ServerConnection::noDeadlineAfterTheHandshake_data()
{
    QTest::addColumn<bool>("isRpc");
    QTest::newRow("command") << false;
    QTest::newRow("rpc") << true;
}

void tst_ServerConnection::noDeadlineAfterTheHandshake()
{
    QFETCH(const bool, isRpc);
    m_host->endpoint = &m_endpoint;
    Limits limits;
    limits.handshakeTimeout = 50ms;
    make(limits);
    m_connection->start();
    greet();
    if (isRpc)
        m_peer->send(FrameType::Rpc, "{}");
    else
        m_peer->send(FrameType::Command, Command({"echo"}).encode());
    QTRY_VERIFY(!m_connection->isInHandshake());
    // A timer as long as the deadline, started after it, ends after it would.
    QTimer later;
    later.setSingleShot(true);
    later.start(limits.handshakeTimeout);
    QTRY_VERIFY(!later.isActive());
    QCOMPARE(m_finished->size(), 0);
    QCOMPARE(m_peer->count(FrameType::CommandError), 0);
    m_connection.reset();
}

void tst_ServerConnection::refusedBeforeItStarts()
{
    make();
    m_connection->refuse(Error(ErrorCode::TooManyConnections, QStringLiteral("full")));
    greet();
    QTRY_COMPARE(m_finished->size(), 1);
    QTRY_COMPARE(refusal(), ErrorCode::TooManyConnections);
    QCOMPARE(m_peer->frames()[0].type, FrameType::VersionCheck);
    QCOMPARE(VersionCheck::decode(m_peer->frames()[0].payload)->buildId, QByteArray("host"));
    QCOMPARE(m_host->admitted.size(), 0);
}

void tst_ServerConnection::rpc()
{
    m_host->endpoint = &m_endpoint;
    m_endpoint.answer = "answer";
    make();
    m_connection->start();
    greet(Intent::Admin);
    m_peer->send(FrameType::Rpc, "1");
    m_peer->send(FrameType::Rpc, "2");
    QTRY_COMPARE(m_peer->count(FrameType::Rpc), 2);
    QCOMPARE(m_endpoint.received, QByteArrayList({"1", "2"}));
    QCOMPARE(m_endpoint.opened, 1);
    QCOMPARE(m_endpoint.id, 3u);
    QCOMPARE(m_endpoint.credentials, m_connection->peer().credentials);
    QCOMPARE(m_connection->record().state, ConnectionState::Rpc);
    QCOMPARE(m_connection->record().requests, 2u);
    QVERIFY(!m_connection->isDelivering());
    m_peer->hangUp();
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(m_endpoint.closed, 0);
    m_connection.reset();
    QCOMPARE(m_endpoint.closed, 1);
}

void tst_ServerConnection::rpcWithoutEndpoint()
{
    make();
    m_connection->start();
    greet(Intent::Admin);
    m_peer->send(FrameType::Rpc, "{}");
    QTRY_COMPARE(m_finished->size(), 1);
    QTRY_COMPARE(refusal(), ErrorCode::Unsupported);
}

// A peer that asks and never reads the answers is cut off instead of being collected for.
void tst_ServerConnection::rpcPeerThatNeverReads()
{
    m_host->endpoint = &m_endpoint;
    m_endpoint.answer = QByteArray(100'000, 'a');
    Limits limits;
    limits.highWaterBytes = 200'000;
    limits.maxRpcBytes = 200'000;
    make(limits);
    m_connection->start();
    greet(Intent::Admin);
    m_peer->setReading(false);
    qint64 most = 0;
    for (int i = 0; i < 100 && m_finished->isEmpty(); ++i) {
        m_peer->send(FrameType::Rpc, "{}");
        QCoreApplication::processEvents();
        most = qMax(most, m_connection->record().bytesPending);
    }
    QTRY_COMPARE(m_finished->size(), 1); // without waiting for the peer
    QVERIFY2(most <= limits.highWaterBytes + limits.maxRpcBytes + 101'000, qPrintable(QString::number(most)));
    const qsizetype before = m_endpoint.received.size();
    m_peer->send(FrameType::Rpc, "{}");
    QCoreApplication::processEvents();
    QCOMPARE(m_endpoint.received.size(), before);
    m_endpoint.send("late");
    QCOMPARE(m_finished->size(), 1);
}

void tst_ServerConnection::rpcAnswersAfterTheEnd()
{
    m_host->endpoint = &m_endpoint;
    make();
    m_connection->start();
    greet(Intent::Admin);
    m_peer->send(FrameType::Rpc, "{}");
    QTRY_COMPARE(m_endpoint.received.size(), 1);
    m_peer->hangUp();
    QTRY_COMPARE(m_finished->size(), 1);
    m_endpoint.send("nobody hears this"); // allowed until the conversation is destroyed
    QCOMPARE(m_finished->size(), 1);
}

void tst_ServerConnection::violation()
{
    make();
    m_connection->start();
    greet();
    m_peer->send(FrameType::Cancel, Cancel().encode());
    QTRY_COMPARE(m_finished->size(), 1);
    QTRY_COMPARE(refusal(), ErrorCode::ProtocolViolation);
}

void tst_ServerConnection::peerGone()
{
    make();
    m_connection->start();
    greet();
    m_peer->hangUp();
    QTRY_COMPARE(m_finished->size(), 1);
    QCoreApplication::processEvents();
    m_connection->refuse(Error(ErrorCode::Internal, QStringLiteral("too late")));
    QCoreApplication::processEvents();
    QCOMPARE(m_finished->size(), 1);
}

void tst_ServerConnection::stateNames()
{
    QCOMPARE(connectionStateName(ConnectionState::Handshake), QStringLiteral("handshake"));
    QCOMPARE(connectionStateName(ConnectionState::Command), QStringLiteral("command"));
    QCOMPARE(connectionStateName(ConnectionState::Rpc), QStringLiteral("rpc"));
    QCOMPARE(connectionStateName(ConnectionState::Closing), QStringLiteral("closing"));
}

QTEST_GUILESS_MAIN(tst_ServerConnection)
#include "tst_serverconnection.moc"
