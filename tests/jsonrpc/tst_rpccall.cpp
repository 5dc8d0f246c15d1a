// A call is answered exactly once.
#include <daemonrpc/jsonrpc/rpccall.h>

#include <QList>
#include <QTest>

using namespace DaemonRpc;

static RpcRequest testRequest() { return RpcRequest{QJsonValue(7), QStringLiteral("m"), QJsonArray{1, 2}}; }

class TestRpcCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void describesTheCall();
    void firstAnswerCounts();
    void failCounts();
    void copiesShareOneAnswer();
    void droppedWithoutAnswer();
    void answeredLater();
    void answerFromWithinTheCompletion();
    void completionIsLetGo();
    void withoutCompletion();

private:
    RpcCall makeCall()
    {
        return RpcCall(testRequest(), RpcPeer{},
                       [this](const RpcOutcome &outcome) { m_outcomes.append(outcome); });
    }

    QList<RpcOutcome> m_outcomes;
};

void TestRpcCall::init() { m_outcomes.clear(); }

void TestRpcCall::describesTheCall()
{
    RpcPeer peer;
    peer.identity.credentials = PeerCredentials{12, 1000, 1000};
    peer.connectionId = 3;
    const RpcCall call(testRequest(), peer, nullptr, {QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(call.method(), QStringLiteral("m"));
    QVERIFY(call.id() == RpcId(7));
    QVERIFY(call.peer() == peer);
    QCOMPARE(call.params().integer(u"b").value_or(0), 2);
    call.reply(1);
}

void TestRpcCall::firstAnswerCounts()
{
    {
        const RpcCall call = makeCall();
        QVERIFY(!call.isAnswered());
        QVERIFY(call.reply(1));
        QVERIFY(call.isAnswered());
        QVERIFY(!call.reply(2));
        QVERIFY(!call.fail(RpcError{1, QStringLiteral("late")}));
    }
    QVERIFY(m_outcomes == QList<RpcOutcome>{QJsonValue(1)});
}

void TestRpcCall::failCounts()
{
    const Error error(ErrorCode::QueueFull, QStringLiteral("the queue is full"));
    {
        const RpcCall call = makeCall();
        QVERIFY(call.fail(error));
        QVERIFY(!call.reply(2));
    }
    QVERIFY(m_outcomes == QList<RpcOutcome>{RpcError::fromError(error)});
}

void TestRpcCall::copiesShareOneAnswer()
{
    {
        const RpcCall call = makeCall();
        const RpcCall copy = call;
        QVERIFY(copy.reply(1));
        QVERIFY(call.isAnswered());
        QVERIFY(!call.reply(2));
    }
    QCOMPARE(m_outcomes.size(), 1);
}

void TestRpcCall::droppedWithoutAnswer()
{
    {
        std::optional<RpcCall> kept;
        {
            const RpcCall call = makeCall();
            kept = call;
        }
        QVERIFY(m_outcomes.isEmpty()); // a copy is left
    }
    QCOMPARE(m_outcomes.size(), 1);
    const auto *error = std::get_if<RpcError>(&m_outcomes.first());
    QVERIFY(error);
    QCOMPARE(error->code, -32603);
    QCOMPARE(error->message, QStringLiteral("method \"m\" ended without an answer"));
}

void TestRpcCall::answeredLater()
{
    QMetaObject::invokeMethod(
        this, [call = makeCall()] { call.reply(5); }, Qt::QueuedConnection);
    QVERIFY(m_outcomes.isEmpty());
    QTRY_COMPARE(m_outcomes.size(), 1);
    QVERIFY(m_outcomes == QList<RpcOutcome>{QJsonValue(5)});
}

void TestRpcCall::answerFromWithinTheCompletion()
{
    std::optional<RpcCall> call;
    int completions = 0;
    call.emplace(testRequest(), RpcPeer{}, [&](const RpcOutcome &) {
        ++completions;
        QVERIFY(!call->reply(2));
    });
    QVERIFY(call->reply(1));
    call.reset();
    QCOMPARE(completions, 1);
}

void TestRpcCall::completionIsLetGo()
{
    auto captured = std::make_shared<int>(0);
    const RpcCall call(testRequest(), RpcPeer{}, [captured](const RpcOutcome &) { ++*captured; });
    QCOMPARE(captured.use_count(), 2);
    call.reply(1);
    QCOMPARE(*captured, 1);
    QCOMPARE(captured.use_count(), 1);
}

void TestRpcCall::withoutCompletion()
{
    const RpcCall call(RpcRequest{std::nullopt, QStringLiteral("m")}, RpcPeer{}, nullptr);
    QVERIFY(!call.id());
    QVERIFY(call.reply(1));
    QVERIFY(!call.reply(1));
    const RpcCall dropped(RpcRequest{std::nullopt, QStringLiteral("m")}, RpcPeer{}, nullptr);
    QVERIFY(!dropped.isAnswered());
}

QTEST_GUILESS_MAIN(TestRpcCall)
#include "tst_rpccall.moc"
