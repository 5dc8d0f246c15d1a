// Methods of every kind on conversations, with limits, cancellation and workers.
#include "tests/shared/functionlink.h"
#include "tests/shared/gate.h"

#include <daemonrpc/server/jsonrpcservice.h>
#include <daemonrpc/server/workerpool.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>

using namespace DaemonRpc;
using namespace std::chrono_literals;

// One peer: its link, its conversation, and what it was sent.
struct Peer
{
    Peer(JsonRpcService &service, quint64 id, Role role = Role::Control)
        : link(id, PeerIdentity{{}, QStringLiteral("192.0.2.%1:1").arg(id), {}, role},
               [this](QByteArrayView text) {
                   sent.append(QJsonDocument::fromJson(text.toByteArray()).object());
               })
        , conversation(service.open(link))
    {}

    void send(const QByteArray &method, int id = 0, const QByteArray &params = "{}") const
    {
        conversation->receive(R"({"jsonrpc":"2.0","method":")" + method + R"(","params":)" + params +
                              (id > 0 ? R"(,"id":)" + QByteArray::number(id) : QByteArray()) + '}');
    }

    void cancel(int id) const { send("$/cancelRequest", 0, R"({"id":)" + QByteArray::number(id) + '}'); }

    // {id, error code or 0} of the answers, in order.
    QList<QPair<int, int>> answers() const
    {
        QList<QPair<int, int>> found;
        for (const QJsonObject &message : sent) {
            if (message.contains(QStringLiteral("id"))) {
                found.append({message[QStringLiteral("id")].toInt(),
                              message[QStringLiteral("error")][QStringLiteral("code")].toInt()});
            }
        }
        return found;
    }

    QList<QJsonObject> sent;
    FunctionLink link;
    std::unique_ptr<RpcConversation> conversation;
};

using Answers = QList<QPair<int, int>>;

static const int cancelled = RpcError::codeFor(ErrorCode::Cancelled);
static const int full = RpcError::codeFor(ErrorCode::QueueFull);

static MethodDescription method(const QString &name) { return MethodDescription{name, {}, {}, {}}; }

class tst_JsonRpcService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void authenticates();
    void needsARoleToLook();
    void blockingRunsOnAWorker();
    void blockingFails_data();
    void blockingFails();
    void blockingWithoutWorkers();
    void blockingQueueFull();
    void blockingSeesItsParameters();
    void blockingProgress();
    void cancelledWhileItWaits();
    void tokenIsSet();
    void quarantinedAfterTheGrace();
    void peerLeaves();
    void exclusiveAcrossConnections();
    void exclusiveBlockingHoldsTheEngine();
    void queues();
    void objects();
    void answersOutOfOrder();
    void idle();
    void limitsOfNewConversations();
    void methodEndsItsConversation();
    void conversationOutlivesTheService();
    void serviceGoesWhileAMethodRuns();

private:
    std::unique_ptr<WorkerPool> m_pool;
    std::unique_ptr<JsonRpcService> m_service;
    std::shared_ptr<Gate> m_gate;
    QList<RpcCall> m_kept;
};

void tst_JsonRpcService::init()
{
    m_gate = std::make_shared<Gate>();
    m_pool = std::make_unique<WorkerPool>(1, 2);
    m_service = std::make_unique<JsonRpcService>();
    m_service->setWorkers(m_pool.get());
    m_service->methods().add(method(QStringLiteral("keep")),
                             [this](const RpcCall &call) { m_kept.append(call); });
    // Captures the gate: a quarantined worker may outlive the test.
    m_service->addBlocking(method(QStringLiteral("wait")),
                           [gate = m_gate](const RpcParams &, const BlockingMethodContext &) {
                               gate->pass();
                               return QJsonValue(QStringLiteral("done"));
                           });
    m_service->addBlocking(
        method(QStringLiteral("obey")),
        [gate = m_gate](const RpcParams &, const BlockingMethodContext &context) -> Result<QJsonValue> {
            gate->open();
            if (context.token().waitFor(20s))
                return unexpected(ErrorCode::Cancelled, cancellationReasonName(context.token().reason()));
            return QJsonValue(1);
        });
}

void tst_JsonRpcService::cleanup()
{
    m_gate->open();
    m_kept.clear();
    m_service.reset();
    m_pool.reset();
}

void tst_JsonRpcService::authenticates()
{
    Peer peer(*m_service, 1, Role::None);
    peer.link.acceptedToken = "secret";
    peer.send("keep", 1);
    peer.send("daemon.authenticate", 2, R"({"token":"wrong"})");
    peer.send("daemon.authenticate", 3, R"({"token":"secret"})");
    peer.send("keep", 4);
    const int denied = RpcError::codeFor(ErrorCode::PermissionDenied);
    QCOMPARE(peer.answers(), (Answers{{1, denied}, {2, denied}, {3, 0}}));
    QCOMPARE(peer.sent.last()[QStringLiteral("result")],
             QJsonValue(QJsonObject{{QStringLiteral("role"), QStringLiteral("control")}}));
    QCOMPARE(m_kept.size(), 1);
}

void tst_JsonRpcService::needsARoleToLook()
{
    const Peer nobody(*m_service, 1, Role::None);
    nobody.send("daemon.queues", 1);
    QCOMPARE(nobody.answers(), (Answers{{1, RpcError::codeFor(ErrorCode::PermissionDenied)}}));
    const Peer reader(*m_service, 2, Role::ReadOnly);
    reader.send("daemon.queues", 1);
    QCOMPARE(reader.answers(), (Answers{{1, 0}}));
}

void tst_JsonRpcService::blockingRunsOnAWorker()
{
    std::atomic<bool> isElsewhere = false;
    m_service->addBlocking(
        method(QStringLiteral("where")),
        [&isElsewhere, here = QThread::currentThread()](const RpcParams &, const BlockingMethodContext &) {
            isElsewhere = QThread::currentThread() != here;
            return QJsonValue(7);
        });
    const Peer peer(*m_service, 1);
    peer.send("where", 1);
    QCOMPARE(m_service->blockingCount(), 1);
    QVERIFY(peer.sent.isEmpty());
    QTRY_COMPARE(peer.answers(), (Answers{{1, 0}}));
    QCOMPARE(peer.sent.first()[QStringLiteral("result")], QJsonValue(7));
    QVERIFY(isElsewhere);
    QTRY_COMPARE(m_service->blockingCount(), 0);
}

void tst_JsonRpcService::blockingFails_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("an error") << 0 << RpcError::codeFor(ErrorCode::IoError) << QStringLiteral("it broke");
    QTest::newRow("an exception") << 1 << -32603 << QStringLiteral("the method threw an exception: thrown");
    QTest::newRow("another exception")
        << 2 << -32603 << QStringLiteral("the method threw an unknown exception");
}

void tst_JsonRpcService::blockingFails()
{
    QFETCH(int, how);
    QFETCH(int, code);
    QFETCH(QString, message);
    m_service->addBlocking(method(QStringLiteral("fail")),
                           [how](const RpcParams &, const BlockingMethodContext &) -> Result<QJsonValue> {
                               if (how == 1)
                                   throw std::runtime_error("thrown");
                               if (how == 2)
                                   throw how;
                               return unexpected(ErrorCode::IoError, QStringLiteral("it broke"));
                           });
    const Peer peer(*m_service, 1);
    peer.send("fail", 1);
    QTRY_COMPARE(peer.answers(), (Answers{{1, code}}));
    QCOMPARE(peer.sent.first()[QStringLiteral("error")][QStringLiteral("message")].toString(), message);
}

void tst_JsonRpcService::blockingWithoutWorkers()
{
    m_service->setWorkers(nullptr);
    const Peer peer(*m_service, 1);
    peer.send("wait", 1);
    QCOMPARE(peer.answers(), (Answers{{1, RpcError::codeFor(ErrorCode::Unsupported)}}));
}

void tst_JsonRpcService::blockingQueueFull()
{
    const Peer peer(*m_service, 1);
    for (int id = 1; id <= 4; ++id)
        peer.send("wait", id); // one runs, two wait
    QCOMPARE(peer.answers(), (Answers{{4, full}}));
    m_gate->open();
    QTRY_COMPARE(peer.answers(), (Answers{{4, full}, {1, 0}, {2, 0}, {3, 0}}));
}

void tst_JsonRpcService::blockingSeesItsParameters()
{
    MethodDescription description = method(QStringLiteral("add"));
    description.parameters = {{QStringLiteral("a"), RpcType::Integer, true, {}},
                              {QStringLiteral("b"), RpcType::Integer, false, {}}};
    m_service->addBlocking(description, [](const RpcParams &params, const BlockingMethodContext &context) {
        return QJsonValue(QJsonArray{params.integer(u"a").value() + params.integer(u"b", 100).value(),
                                     static_cast<qint64>(context.peer().connectionId)});
    });
    const Peer peer(*m_service, 5);
    peer.send("add", 1, "[1,2]");
    peer.send("add", 2, R"({"a":1})");
    peer.send("add", 3, R"({"b":1})"); // refused before it needs a worker
    QCOMPARE(peer.answers(), (Answers{{3, RpcError::invalidParams}}));
    QTRY_COMPARE(peer.sent.size(), 3);
    QCOMPARE(peer.sent[1][QStringLiteral("result")], QJsonValue(QJsonArray{3, 5}));
    QCOMPARE(peer.sent[2][QStringLiteral("result")], QJsonValue(QJsonArray{101, 5}));
}

void tst_JsonRpcService::blockingProgress()
{
    m_service->addBlocking(method(QStringLiteral("count")),
                           [](const RpcParams &, const BlockingMethodContext &context) {
                               for (int i = 1; i <= 10'000; ++i)
                                   context.progress(i);
                               return QJsonValue(QStringLiteral("done"));
                           });
    const Peer peer(*m_service, 1);
    peer.send("count", 3, R"({"progressToken":"t"})");
    QTRY_COMPARE(peer.answers(), (Answers{{3, 0}}));
    QVERIFY(peer.sent.size() >= 2);
    QVERIFY(peer.sent.size() < 10'000); // they are taken as fast as they can be sent, not one by one
    const QJsonObject last = peer.sent[peer.sent.size() - 2];
    QCOMPARE(last, (QJsonObject{
                       {QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                       {QStringLiteral("method"), QStringLiteral("$/progress")},
                       {QStringLiteral("params"), QJsonObject{{QStringLiteral("id"), 3},
                                                              {QStringLiteral("token"), QStringLiteral("t")},
                                                              {QStringLiteral("value"), 10'000}}}}));
}

void tst_JsonRpcService::cancelledWhileItWaits()
{
    const Peer peer(*m_service, 1);
    peer.send("wait", 1);
    peer.send("wait", 2);
    peer.cancel(2);
    QCOMPARE(peer.answers(), (Answers{{2, cancelled}}));
    QCOMPARE(m_pool->queueLength(), 0);
    QCOMPARE(m_service->blockingCount(), 1);
    m_gate->open();
    QTRY_COMPARE(peer.answers(), (Answers{{2, cancelled}, {1, 0}}));
    QCOMPARE(m_gate->visitors(), 1);
}

void tst_JsonRpcService::tokenIsSet()
{
    const Peer peer(*m_service, 1);
    peer.send("obey", 1);
    m_gate->pass();
    peer.cancel(1);
    QCOMPARE(peer.answers(), (Answers{{1, cancelled}})); // at once
    QTRY_COMPARE(m_service->blockingCount(), 0);
    QCOMPARE(m_pool->quarantinedCount(), 0);
    QCOMPARE(peer.answers().size(), 1); // and once
}

void tst_JsonRpcService::quarantinedAfterTheGrace()
{
    Limits limits;
    limits.grace = 10ms;
    m_service->setLimits(limits);
    const Peer peer(*m_service, 1);
    peer.send("wait", 1);
    QTRY_COMPARE(m_gate->visitors(), 1);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("does not stop 10 ms after")));
    peer.cancel(1);
    QCOMPARE(m_pool->quarantinedCount(), 0);
    QTRY_COMPARE(m_pool->quarantinedCount(), 1);
    QCOMPARE(m_service->blockingCount(), 1);
    peer.send("obey", 2); // has a worker
    QTRY_COMPARE(m_pool->runningCount(), 1);
    m_gate->open();
    QTRY_COMPARE(m_pool->quarantinedCount(), 0);
    peer.cancel(2);
    QTRY_COMPARE(m_service->blockingCount(), 0);
    QCOMPARE(peer.answers(), (Answers{{1, cancelled}, {2, cancelled}}));
}

void tst_JsonRpcService::peerLeaves()
{
    auto peer = std::make_unique<Peer>(*m_service, 1);
    peer->send("obey", 1);
    m_gate->pass();
    peer->send("wait", 2);
    peer->send("keep", 3);
    peer->send("obey"); // a notification goes with its peer, too
    QCOMPARE(m_pool->queueLength(), 2);
    peer->conversation.reset();
    QCOMPARE(m_pool->queueLength(), 0);
    QTRY_COMPARE(m_service->blockingCount(), 0);
    QCOMPARE(m_gate->visitors(), 1);
    QVERIFY(m_kept.first().isCancelled());
    QVERIFY(peer->sent.isEmpty());
}

void tst_JsonRpcService::exclusiveAcrossConnections()
{
    const ExclusiveEngine engine(QStringLiteral("engine"));
    m_service->addExclusive(
        method(QStringLiteral("alone")), [this](const RpcCall &call) { m_kept.append(call); }, engine);
    const Peer first(*m_service, 1);
    auto second = std::make_unique<Peer>(*m_service, 2);
    const Peer third(*m_service, 3);
    first.send("alone", 1);
    second->send("alone", 2);
    third.send("alone", 3);
    third.send("keep", 4); // nobody waits for the engine who does not need it
    QCOMPARE(m_kept.size(), 2);
    m_kept.takeLast().reply(1);
    QCOMPARE(third.answers(), (Answers{{4, 0}}));
    second.reset();
    QCOMPARE(engine.waitingCount(), 1);
    m_kept.takeFirst().reply(1);
    m_kept.takeFirst().reply(1);
    QCOMPARE(first.answers(), (Answers{{1, 0}}));
    QCOMPARE(third.answers(), (Answers{{4, 0}, {3, 0}}));
}

// Cancelled, past its grace and without its worker: still nobody else may touch the engine.
void tst_JsonRpcService::exclusiveBlockingHoldsTheEngine()
{
    Limits limits;
    limits.grace = 10ms;
    m_service->setLimits(limits);
    const ExclusiveEngine engine(QStringLiteral("engine"));
    m_service->addBlocking(
        method(QStringLiteral("alone")),
        [gate = m_gate](const RpcParams &, const BlockingMethodContext &) {
            gate->pass();
            return QJsonValue(1);
        },
        engine);
    const Peer peer(*m_service, 1);
    peer.send("alone", 1);
    peer.send("alone", 2);
    QTRY_COMPARE(m_gate->visitors(), 1);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("alone does not stop")));
    peer.cancel(1);
    QTRY_COMPARE(m_pool->quarantinedCount(), 1);
    QCOMPARE(m_pool->runningCount(), 0); // there is a worker, but not for this engine
    QVERIFY(engine.snapshot().running->isCancelled);
    QCOMPARE(engine.waitingCount(), 1);
    m_gate->open();
    QTRY_COMPARE(peer.answers(), (Answers{{1, cancelled}, {2, 0}}));
    QCOMPARE(m_gate->visitors(), 2);
}

void tst_JsonRpcService::queues()
{
    const ExclusiveEngine engine(QStringLiteral("voxels"));
    const auto keep = [this](const RpcCall &call) { m_kept.append(call); };
    m_service->addExclusive(method(QStringLiteral("a")), keep, engine);
    m_service->addExclusive(method(QStringLiteral("b")), keep, engine);
    m_service->show(ExclusiveEngine(QStringLiteral("idle")));
    Peer peer(*m_service, 9);
    peer.send("a", 1);
    peer.send("b", 2);
    peer.send("daemon.queues", 3);
    const QJsonArray engines = peer.sent.last()[QStringLiteral("result")].toArray();
    QCOMPARE(engines.size(), 2);
    QCOMPARE(engines[0][QStringLiteral("name")].toString(), QStringLiteral("voxels"));
    QCOMPARE(engines[0][QStringLiteral("running")][QStringLiteral("method")].toString(), QStringLiteral("a"));
    QCOMPARE(engines[0][QStringLiteral("waiting_count")].toInt(), 1);
    QCOMPARE(engines[0][QStringLiteral("waiting")][0][QStringLiteral("method")].toString(),
             QStringLiteral("b"));
    QCOMPARE(engines[0][QStringLiteral("waiting")][0][QStringLiteral("connection_id")].toInt(), 9);
    QCOMPARE(engines[0][QStringLiteral("waiting")][0][QStringLiteral("caller")].toString(),
             QStringLiteral("192.0.2.9:1"));
    QCOMPARE(engines[1][QStringLiteral("name")].toString(), QStringLiteral("idle"));
    QVERIFY(engines[1][QStringLiteral("running")].isNull());
}

void tst_JsonRpcService::objects()
{
    QObject object;
    QVERIFY(m_service->addObject(&object, QStringLiteral("o")).isEmpty()); // nothing of its own
    QTimer timer;
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("QTimer::start\\(\\) becomes no method")));
    QVERIFY(m_service->addObject(&timer, QStringLiteral("timer"), Role::ReadOnly)
                .contains(QStringLiteral("timer.start")));
    const Peer peer(*m_service, 1, Role::ReadOnly);
    peer.send("timer.start", 1, "[100000]");
    QCOMPARE(peer.answers(), (Answers{{1, 0}}));
    QCOMPARE(timer.interval(), 100000);
    QVERIFY(timer.isActive());
}

void tst_JsonRpcService::answersOutOfOrder()
{
    const Peer peer(*m_service, 1);
    peer.send("wait", 1);
    peer.send("keep", 2);
    peer.send("daemon.queues", 3);
    m_kept.takeFirst().reply(1);
    m_gate->open();
    QTRY_COMPARE(peer.answers(), (Answers{{3, 0}, {2, 0}, {1, 0}}));
}

void tst_JsonRpcService::idle()
{
    const Peer peer(*m_service, 1);
    QVERIFY(peer.conversation->isIdle());
    peer.send("keep", 1);
    QVERIFY(!peer.conversation->isIdle());
    m_kept.takeFirst().reply(1);
    QVERIFY(peer.conversation->isIdle());
}

void tst_JsonRpcService::limitsOfNewConversations()
{
    const Peer before(*m_service, 1);
    Limits limits;
    limits.maxRpcInFlight = 1;
    limits.maxRpcBacklog = 1;
    m_service->setLimits(limits);
    const Peer after(*m_service, 2);
    for (int id = 1; id <= 3; ++id) {
        before.send("keep", id);
        after.send("keep", id);
    }
    QCOMPARE(m_kept.size(), 3 + 1);
    QVERIFY(before.sent.isEmpty());
    QCOMPARE(after.answers(), (Answers{{3, full}}));
}

void tst_JsonRpcService::methodEndsItsConversation()
{
    Peer peer(*m_service, 1);
    m_service->methods().add(method(QStringLiteral("leave")), [this, &peer](const RpcCall &call) {
        m_kept.append(call);
        peer.conversation.reset();
    });
    peer.conversation->receive(R"([{"jsonrpc":"2.0","method":"leave","id":1},
                                   {"jsonrpc":"2.0","method":"keep","id":2}])");
    QCOMPARE(m_kept.size(), 1);
    QVERIFY(m_kept.first().isCancelled());
    QVERIFY(peer.sent.isEmpty());
}

void tst_JsonRpcService::conversationOutlivesTheService()
{
    Peer peer(*m_service, 1);
    peer.send("keep", 1);
    m_service.reset();
    QVERIFY(m_kept.first().isCancelled());
    peer.send("keep", 2);
    QCOMPARE(m_kept.size(), 1);
    peer.conversation.reset();
    QCOMPARE(peer.answers(), (Answers{{1, cancelled}}));
}

void tst_JsonRpcService::serviceGoesWhileAMethodRuns()
{
    const Peer peer(*m_service, 1);
    peer.send("wait", 1);
    peer.send("wait", 2);
    QTRY_COMPARE(m_gate->visitors(), 1);
    m_service.reset();
    QCOMPARE(m_pool->queueLength(), 0);
    QCOMPARE(m_pool->quarantinedCount(), 1); // so that the pool does not wait for it
    m_gate->open();
    QTRY_COMPARE(m_pool->quarantinedCount(), 0);
    QCOMPARE(peer.answers(), (Answers{{1, cancelled}, {2, cancelled}}));
}

QTEST_GUILESS_MAIN(tst_JsonRpcService)
#include "tst_jsonrpcservice.moc"
