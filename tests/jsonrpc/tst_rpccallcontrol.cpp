// Cancelling calls, and hearing when their methods are done.
#include <daemonrpc/jsonrpc/rpccall.h>

#include <QList>
#include <QTest>

using namespace DaemonRpc;

static const RpcError *errorIn(const RpcOutcome &outcome) { return std::get_if<RpcError>(&outcome); }

class TestRpcCallControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ofNoCall();
    void answersCancelled();
    void methodMayAnswerFirst();
    void cancelsOnce();
    void notAfterTheAnswer();
    void callbackAfterTheCancellation();
    void callbacksAreLetGo();
    void tokenBefore();
    void tokenAfter();
    void settledByTheAnswer_data();
    void settledByTheAnswer();
    void settledByALateAnswer();
    void settledByTheLastHandle();
    void settledBefore();
    void answerDropsTheHandle();
    void cancellationDropsTheHandle();

private:
    RpcCall makeCall()
    {
        return RpcCall(RpcRequest{QJsonValue(7), QStringLiteral("m")}, RpcPeer{},
                       [this](const RpcOutcome &outcome) { m_outcomes.append(outcome); });
    }

    QList<RpcOutcome> m_outcomes;
};

void TestRpcCallControl::init() { m_outcomes.clear(); }

void TestRpcCallControl::ofNoCall()
{
    const RpcCallControl control;
    QVERIFY(control.isSettled());
    QVERIFY(!control.isCancelled());
    QVERIFY(!control.cancel(CancellationReason::ClientClosed));
    int settled = 0;
    control.onSettled([&settled] { ++settled; });
    QCOMPARE(settled, 1);
}

void TestRpcCallControl::answersCancelled()
{
    const RpcCall call = makeCall();
    QVERIFY(!call.isCancelled());
    QVERIFY(call.control().cancel(CancellationReason::Interrupted));
    QVERIFY(call.isCancelled());
    QVERIFY(call.isAnswered());
    QCOMPARE(m_outcomes.size(), 1);
    QVERIFY(errorIn(m_outcomes.first()));
    QCOMPARE(errorIn(m_outcomes.first())->code, RpcError::codeFor(ErrorCode::Cancelled));
    QCOMPARE(errorIn(m_outcomes.first())->toError().code(), ErrorCode::Cancelled);
    QVERIFY(!call.reply(1));
    QCOMPARE(m_outcomes.size(), 1);
}

void TestRpcCallControl::methodMayAnswerFirst()
{
    const RpcCall call = makeCall();
    call.onCancelled([&call] { call.reply(QStringLiteral("half of it")); });
    QVERIFY(call.control().cancel(CancellationReason::Interrupted));
    QVERIFY(m_outcomes == QList<RpcOutcome>{QJsonValue(QStringLiteral("half of it"))});
    QVERIFY(call.control().isSettled());
}

void TestRpcCallControl::cancelsOnce()
{
    const RpcCall call = makeCall();
    int told = 0;
    call.onCancelled([&told] { ++told; });
    call.onCancelled([&told] { told += 10; });
    QVERIFY(call.control().cancel(CancellationReason::Interrupted));
    QVERIFY(!call.control().cancel(CancellationReason::ClientClosed));
    QCOMPARE(told, 11);
    QCOMPARE(m_outcomes.size(), 1);
}

void TestRpcCallControl::notAfterTheAnswer()
{
    const RpcCall call = makeCall();
    call.onCancelled([] { QFAIL("the call was answered"); });
    call.reply(1);
    QVERIFY(!call.control().cancel(CancellationReason::Interrupted));
    QVERIFY(!call.isCancelled());
    call.onCancelled([] { QFAIL("the call was answered"); });
    QVERIFY(m_outcomes == QList<RpcOutcome>{QJsonValue(1)});
}

void TestRpcCallControl::callbackAfterTheCancellation()
{
    const RpcCall call = makeCall();
    call.control().cancel(CancellationReason::Interrupted);
    int told = 0;
    call.onCancelled([&told] { ++told; });
    QCOMPARE(told, 1);
}

void TestRpcCallControl::callbacksAreLetGo()
{
    auto captured = std::make_shared<int>(0);
    const RpcCall answered = makeCall();
    answered.onCancelled([captured] {});
    answered.control().onSettled([captured] {});
    QCOMPARE(captured.use_count(), 3);
    answered.reply(1);
    QCOMPARE(captured.use_count(), 1);

    const RpcCall cancelled = makeCall();
    cancelled.onCancelled([captured] {});
    cancelled.control().cancel(CancellationReason::Interrupted);
    QCOMPARE(captured.use_count(), 1);

    // A callback that holds its own call: the cancellation ends the circle.
    RpcCallControl control;
    {
        const RpcCall call = makeCall();
        control = call.control();
        call.onCancelled([call, captured] {});
    }
    QVERIFY(!control.isSettled());
    control.cancel(CancellationReason::ClientClosed);
    QVERIFY(control.isSettled());
    QCOMPARE(captured.use_count(), 1);
}

void TestRpcCallControl::tokenBefore()
{
    const RpcCall call = makeCall();
    const CancellationToken token = call.token();
    QVERIFY(!token.isCancelled());
    call.control().cancel(CancellationReason::ClientClosed);
    QCOMPARE(token.reason(), CancellationReason::ClientClosed);
}

void TestRpcCallControl::tokenAfter()
{
    const RpcCall call = makeCall();
    call.control().cancel(CancellationReason::Shutdown);
    QCOMPARE(call.token().reason(), CancellationReason::Shutdown);
}

void TestRpcCallControl::settledByTheAnswer_data()
{
    QTest::addColumn<bool>("fails");
    QTest::newRow("reply") << false;
    QTest::newRow("fail") << true;
}

void TestRpcCallControl::settledByTheAnswer()
{
    QFETCH(bool, fails);
    const RpcCall call = makeCall();
    QList<bool> wasAnswered;
    call.control().onSettled([this, &wasAnswered] { wasAnswered.append(m_outcomes.size() == 1); });
    QVERIFY(!call.control().isSettled());
    if (fails)
        call.fail(Error(ErrorCode::IoError, QStringLiteral("it broke")));
    else
        call.reply(1);
    QVERIFY(call.control().isSettled());
    call.reply(2);
    QCOMPARE(wasAnswered, QList<bool>{true});
}

void TestRpcCallControl::settledByALateAnswer()
{
    const RpcCall call = makeCall();
    int settled = 0;
    call.control().onSettled([&settled] { ++settled; });
    call.control().cancel(CancellationReason::Interrupted);
    QVERIFY(!call.control().isSettled());
    QVERIFY(call.control().isCancelled());
    QCOMPARE(settled, 0);
    QVERIFY(!call.reply(1));
    QCOMPARE(settled, 1);
    QVERIFY(!call.control().isCancelled());
}

void TestRpcCallControl::settledByTheLastHandle()
{
    int settled = 0;
    RpcCallControl control;
    {
        const RpcCall call = makeCall();
        const RpcCall copy = call;
        control = copy.control();
        control.onSettled([&settled] { ++settled; });
        QCOMPARE(settled, 0);
    }
    QCOMPARE(settled, 1);
    QVERIFY(control.isSettled());
    QCOMPARE(m_outcomes.size(), 1);
}

void TestRpcCallControl::settledBefore()
{
    const RpcCall call = makeCall();
    call.reply(1);
    int settled = 0;
    call.control().onSettled([&settled] { ++settled; });
    QCOMPARE(settled, 1);
}

void TestRpcCallControl::answerDropsTheHandle()
{
    std::optional<RpcCall> call;
    int settled = 0;
    call.emplace(RpcRequest{QJsonValue(1), QStringLiteral("m")}, RpcPeer{},
                 [&call](const RpcOutcome &) { call.reset(); });
    call->control().onSettled([&settled] { ++settled; });
    QVERIFY(call->reply(1));
    QVERIFY(!call);
    QCOMPARE(settled, 1);
}

void TestRpcCallControl::cancellationDropsTheHandle()
{
    std::optional<RpcCall> call = makeCall();
    call->onCancelled([&call] { call.reset(); });
    const RpcCallControl control = call->control();
    QVERIFY(control.cancel(CancellationReason::Interrupted));
    QVERIFY(!call);
    QVERIFY(control.isSettled());
    QCOMPARE(m_outcomes.size(), 1);
    QCOMPARE(errorIn(m_outcomes.first())->code, RpcError::codeFor(ErrorCode::Cancelled));
}

QTEST_GUILESS_MAIN(TestRpcCallControl)
#include "tst_rpccallcontrol.moc"
