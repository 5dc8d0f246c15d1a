// One call at a time, in order, whatever ends it.
#include <daemonrpc/jsonrpc/exclusiveengine.h>

#include <QJsonArray>
#include <QTest>

using namespace DaemonRpc;

class TestExclusiveEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstInFirstOut();
    void sharedByItsMethods();
    void methodsThatAnswerAtOnce();
    void droppedCallFreesTheEngine();
    void cancelledWhileWaiting();
    void cancelledWhileRunning();
    void queueFull();
    void noQueueAtAll();
    void callsFromWithin();
    void manyWaiting();
    void snapshot();
    void snapshotAsJson();
    void goesAway();

private:
    RpcCallControl call(int id, const QString &method = QStringLiteral("keep"))
    {
        RpcPeer peer;
        peer.identity.remoteAddress = QStringLiteral("192.0.2.%1:1").arg(id);
        peer.connectionId = static_cast<quint64>(id);
        return m_methods->call(RpcRequest{RpcId(id), method}, peer, [this, id](const RpcOutcome &outcome) {
            m_answered.append(id);
            const auto *error = std::get_if<RpcError>(&outcome);
            m_errors.append(error ? error->code : 0);
        });
    }

    void makeEngine(int maxWaiting = 100)
    {
        m_engine.emplace(QStringLiteral("voxels"), maxWaiting);
        m_methods = std::make_unique<MethodRegistry>();
        m_methods->add({QStringLiteral("keep"), {}, {}, {}}, m_engine->exclusive([this](const RpcCall &call) {
            m_started.append(static_cast<int>(call.id()->value().toInteger()));
            m_kept.append(call);
        }));
        m_methods->add({QStringLiteral("drop"), {}, {}, {}}, m_engine->exclusive([this](const RpcCall &call) {
            m_started.append(static_cast<int>(call.id()->value().toInteger()));
        }));
        m_methods->add(
            {QStringLiteral("now"), {}, {}, {}},
            m_engine->exclusiveSync([](const RpcParams &, const RpcPeer &) { return QJsonValue(1); }));
    }

    std::optional<ExclusiveEngine> m_engine;
    std::unique_ptr<MethodRegistry> m_methods;
    QList<RpcCall> m_kept;
    QList<int> m_started;
    QList<int> m_answered;
    QList<int> m_errors;
};

static const int cancelled = RpcError::codeFor(ErrorCode::Cancelled);
static const int full = RpcError::codeFor(ErrorCode::QueueFull);

void TestExclusiveEngine::init()
{
    m_kept.clear();
    makeEngine();
    m_started.clear();
    m_answered.clear();
    m_errors.clear();
}

void TestExclusiveEngine::firstInFirstOut()
{
    for (int id = 1; id <= 3; ++id)
        call(id);
    QCOMPARE(m_started, QList<int>{1});
    QVERIFY(m_engine->isBusy());
    QCOMPARE(m_engine->waitingCount(), 2);
    m_kept.takeFirst().reply(1);
    QCOMPARE(m_answered, QList<int>{1});
    QCOMPARE(m_started, (QList<int>{1, 2}));
    m_kept.takeFirst().fail(Error(ErrorCode::IoError, QStringLiteral("it broke")));
    m_kept.takeFirst().reply(1);
    QCOMPARE(m_answered, (QList<int>{1, 2, 3}));
    QVERIFY(!m_engine->isBusy());
    QCOMPARE(m_engine->snapshot().servedCount, 3);
}

void TestExclusiveEngine::sharedByItsMethods()
{
    m_methods->addSync({QStringLiteral("free"), {}, {}, {}},
                       [](const RpcParams &, const RpcPeer &) { return QJsonValue(1); });
    call(1);
    call(2, QStringLiteral("now"));
    call(3, QStringLiteral("free")); // not of the engine
    QCOMPARE(m_answered, QList<int>{3});
    m_kept.takeFirst().reply(1);
    QCOMPARE(m_answered, (QList<int>{3, 1, 2}));
}

void TestExclusiveEngine::methodsThatAnswerAtOnce()
{
    call(1, QStringLiteral("now"));
    call(2, QStringLiteral("now"));
    QCOMPARE(m_answered, (QList<int>{1, 2}));
    QCOMPARE(m_errors, (QList<int>{0, 0}));
    QVERIFY(!m_engine->isBusy());
}

void TestExclusiveEngine::droppedCallFreesTheEngine()
{
    call(1, QStringLiteral("drop"));
    call(2);
    QCOMPARE(m_started, (QList<int>{1, 2}));
    call(3, QStringLiteral("drop"));
    call(4);
    m_kept.clear();
    QCOMPARE(m_started, (QList<int>{1, 2, 3, 4}));
    QCOMPARE(m_errors, (QList<int>{-32603, -32603, -32603}));
    m_kept.clear();
}

void TestExclusiveEngine::cancelledWhileWaiting()
{
    call(1);
    const RpcCallControl second = call(2);
    call(3);
    QVERIFY(second.cancel(CancellationReason::Interrupted));
    QCOMPARE(m_answered, QList<int>{2});
    QCOMPARE(m_errors, QList<int>{cancelled});
    QVERIFY(second.isSettled());
    QCOMPARE(m_engine->waitingCount(), 1);
    m_kept.takeFirst().reply(1);
    QCOMPARE(m_started, (QList<int>{1, 3}));
    m_kept.takeFirst().reply(1);
}

// The caller has its answer at once; the engine is free only when the method has let go of it.
void TestExclusiveEngine::cancelledWhileRunning()
{
    const RpcCallControl first = call(1);
    call(2);
    QVERIFY(first.cancel(CancellationReason::ClientClosed));
    QCOMPARE(m_answered, QList<int>{1});
    QCOMPARE(m_errors, QList<int>{cancelled});
    QCOMPARE(m_started, QList<int>{1});
    QVERIFY(m_engine->snapshot().running->isCancelled);
    m_kept.takeFirst().reply(1);
    QCOMPARE(m_started, (QList<int>{1, 2}));
    QVERIFY(!m_engine->snapshot().running->isCancelled);
    m_kept.takeFirst().reply(1);
    QCOMPARE(m_answered, (QList<int>{1, 2}));
}

void TestExclusiveEngine::queueFull()
{
    makeEngine(2);
    for (int id = 1; id <= 4; ++id)
        call(id);
    QCOMPARE(m_answered, QList<int>{4});
    QCOMPARE(m_errors, QList<int>{full});
    m_kept.takeFirst().reply(1);
    call(5);
    QCOMPARE(m_engine->waitingCount(), 2);
    while (!m_kept.isEmpty())
        m_kept.takeFirst().reply(1);
    QCOMPARE(m_answered, (QList<int>{4, 1, 2, 3, 5}));
}

void TestExclusiveEngine::noQueueAtAll()
{
    makeEngine(0);
    call(1);
    call(2);
    QCOMPARE(m_started, QList<int>{1});
    QCOMPARE(m_errors, QList<int>{full});
    m_kept.takeFirst().reply(1);
    call(3);
    QCOMPARE(m_started, (QList<int>{1, 3}));
    m_kept.takeFirst().reply(1);
}

void TestExclusiveEngine::callsFromWithin()
{
    m_methods->add({QStringLiteral("outer"), {}, {}, {}}, m_engine->exclusive([this](const RpcCall &outer) {
        call(2, QStringLiteral("now"));
        QCOMPARE(m_answered, QList<int>()); // it has to wait for this one
        outer.reply(1);
        QCOMPARE(m_answered, QList<int>{1}); // and is not run inside it
    }));
    call(1, QStringLiteral("outer"));
    QCOMPARE(m_answered, (QList<int>{1, 2}));
}

void TestExclusiveEngine::manyWaiting()
{
    constexpr int count = 50'000; // deep enough to end a stack that grows with each
    makeEngine(count);
    call(0);
    for (int id = 1; id <= count; ++id)
        call(id, QStringLiteral("now"));
    m_kept.takeFirst().reply(1);
    QCOMPARE(m_answered.size(), count + 1);
    QVERIFY(std::is_sorted(m_answered.begin(), m_answered.end()));
    QVERIFY(!m_engine->isBusy());
}

void TestExclusiveEngine::snapshot()
{
    QCOMPARE(m_engine->snapshot(), (EngineSnapshot{QStringLiteral("voxels"), std::nullopt, {}, 100, 0}));
    call(1);
    call(2);
    call(3, QStringLiteral("now"));
    EngineSnapshot snapshot = m_engine->snapshot();
    QVERIFY(snapshot.running);
    QVERIFY(snapshot.running->age.count() >= 0);
    QCOMPARE(snapshot.running->method, QStringLiteral("keep"));
    QCOMPARE(snapshot.running->caller, QStringLiteral("192.0.2.1:1"));
    QCOMPARE(snapshot.running->connectionId, 1);
    QCOMPARE(snapshot.waiting.size(), 2);
    QCOMPARE(snapshot.waiting[0].method, QStringLiteral("keep"));
    QCOMPARE(snapshot.waiting[0].connectionId, 2);
    QCOMPARE(snapshot.waiting[1].method, QStringLiteral("now"));
    QCOMPARE(snapshot.waiting[1].caller, QStringLiteral("192.0.2.3:1"));
    while (!m_kept.isEmpty())
        m_kept.takeFirst().reply(1);
}

void TestExclusiveEngine::snapshotAsJson()
{
    const EngineCallSnapshot running{QStringLiteral("a"), QStringLiteral("b"), 3,
                                     std::chrono::milliseconds(4), true};
    const EngineCallSnapshot waiting{QStringLiteral("c"), QStringLiteral("d"), 5,
                                     std::chrono::milliseconds(6), false};
    const QJsonObject json = EngineSnapshot{QStringLiteral("e"), running, {waiting}, 7, 8}.toJson();
    QCOMPARE(json,
             (QJsonObject{
                 {QStringLiteral("name"), QStringLiteral("e")},
                 {QStringLiteral("running"), QJsonObject{{QStringLiteral("method"), QStringLiteral("a")},
                                                         {QStringLiteral("caller"), QStringLiteral("b")},
                                                         {QStringLiteral("connection_id"), 3},
                                                         {QStringLiteral("age_ms"), 4},
                                                         {QStringLiteral("cancelled"), true}}},
                 {QStringLiteral("waiting"),
                  QJsonArray{QJsonObject{{QStringLiteral("method"), QStringLiteral("c")},
                                         {QStringLiteral("caller"), QStringLiteral("d")},
                                         {QStringLiteral("connection_id"), 5},
                                         {QStringLiteral("age_ms"), 6},
                                         {QStringLiteral("cancelled"), false}}}},
                 {QStringLiteral("waiting_count"), 1},
                 {QStringLiteral("max_waiting"), 7},
                 {QStringLiteral("served_count"), 8},
             }));
    QCOMPARE(EngineSnapshot().toJson()[QStringLiteral("running")], QJsonValue(QJsonValue::Null));
}

void TestExclusiveEngine::goesAway()
{
    call(1);
    call(2);
    m_engine.reset();
    m_methods.reset(); // with the methods the last copy goes
    QCOMPARE(m_answered, QList<int>{2});
    QCOMPARE(m_errors, QList<int>{cancelled});
    m_kept.takeFirst().reply(1); // what runs may still answer
    QCOMPARE(m_answered, (QList<int>{2, 1}));
    makeEngine();
}

QTEST_GUILESS_MAIN(TestExclusiveEngine)
#include "tst_exclusiveengine.moc"
