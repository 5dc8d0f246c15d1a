// A call is answered exactly once.
#include <daemonrpc/jsonrpc/rpccall.h>

#include <QJsonArray>
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
    void progress();
    void progressToken_data();
    void progressToken();
    void progressIsSkipped();

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

void TestRpcCall::progress()
{
    QByteArrayList sent;
    const RpcReplyChannel channel([&sent](const QByteArray &text) { sent.append(text); });
    const RpcCall call(testRequest(), RpcPeer{}, nullptr, {}, channel);
    QVERIFY(call.progress(QJsonObject{{QStringLiteral("done"), 0.5}}));
    QCOMPARE(sent, QByteArrayList{R"({"jsonrpc":"2.0","method":"$/progress",)"
                                  R"("params":{"id":7,"token":7,"value":{"done":0.5}}})"});
    call.reply(1);
    QVERIFY(!call.progress(1));
    QVERIFY(!makeCall().progress(1)); // without a connection
    QCOMPARE(sent.size(), 1);
}

void TestRpcCall::progressToken_data()
{
    QTest::addColumn<bool>("hasId");
    QTest::addColumn<QJsonValue>("given");
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("text") << true << QJsonValue(QStringLiteral("t")) << QByteArray(R"("id":7,"token":"t")");
    QTest::newRow("integer") << true << QJsonValue(3) << QByteArray(R"("id":7,"token":3)");
    QTest::newRow("something else") << true << QJsonValue(true) << QByteArray(R"("id":7,"token":7)");
    QTest::newRow("notification") << false << QJsonValue(3) << QByteArray(R"("token":3)");
    QTest::newRow("notification without") << false << QJsonValue() << QByteArray();
}

void TestRpcCall::progressToken()
{
    QFETCH(bool, hasId);
    QFETCH(QJsonValue, given);
    QFETCH(QByteArray, params);
    QByteArrayList sent;
    const RpcReplyChannel channel([&sent](const QByteArray &text) { sent.append(text); });
    RpcRequest request{std::nullopt, QStringLiteral("m"),
                       QJsonObject{{QStringLiteral("progressToken"), given}}};
    if (hasId)
        request.id = RpcId(7);
    const RpcCall call(request, RpcPeer{}, nullptr, {}, channel);
    QCOMPARE(call.progress(1), !params.isEmpty());
    QCOMPARE(sent.size(), params.isEmpty() ? 0 : 1);
    if (!params.isEmpty())
        QVERIFY2(sent.first().contains('{' + params + R"(,"value":1})"), sent.first().constData());
}

// A caller that does not read gets less of it, not a growing pile.
void TestRpcCall::progressIsSkipped()
{
    int sent = 0;
    qint64 pending = RpcCall::maxProgressPendingBytes;
    const RpcReplyChannel channel([&sent](const QByteArray &) { ++sent; }, [&pending] { return pending; });
    const RpcCall call(testRequest(), RpcPeer{}, nullptr, {}, channel);
    QVERIFY(call.progress(1));
    ++pending;
    QVERIFY(!call.progress(2));
    pending = 0;
    QVERIFY(call.progress(3));
    QCOMPARE(sent, 2);
}

QTEST_GUILESS_MAIN(TestRpcCall)
#include "tst_rpccall.moc"
