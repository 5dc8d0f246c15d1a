// The bounds of one connection's calls, and their cancellation.
#include <daemonrpc/jsonrpc/dispatcher.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace DaemonRpc;

static QByteArray request(const QByteArray &method, const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","method":")" + method + R"(","id":)" + id + '}';
}

static QByteArray cancellation(const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":)" + id + "}}";
}

static const int cancelled = RpcError::codeFor(ErrorCode::Cancelled);
static const int full = RpcError::codeFor(ErrorCode::QueueFull);

class TestRpcCallTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void runsWhatFits();
    void backlogIsFirstInFirstOut();
    void refusedBeyondTheBacklog();
    void notificationsCountToo();
    void boundedMemory();
    void oneLargeCallAlwaysFits();
    void cancels_data();
    void cancels();
    void cancelsWhileWaiting();
    void cancelInsideABatch();
    void ignoresOtherCancellations_data();
    void ignoresOtherCancellations();
    void cancelledCallsKeepTheirPlace();
    void equalIds();
    void batchBeyondTheLimit();
    void batchOfTenThousand();
    void manyPipelined();
    void manyThatAnswerAtOnceAfterWaiting();
    void peerLeaves();
    void peerLeavesDuringACall();
    void peerLeavesDuringAnAnswer();
    void nothingAfterTheEnd();
    void callsOutliveTheTable();

private:
    void dispatch(const QByteArray &text) { m_dispatcher->dispatch(text, RpcPeer{}, m_channel, *m_calls); }

    void makeTable(const RpcLimits &limits)
    {
        m_dispatcher.emplace(m_methods, limits);
        m_calls = std::make_unique<RpcCallTable>(limits);
    }

    // {id, error code or 0} of all answers, in order.
    QList<QPair<QByteArray, int>> takeAnswers()
    {
        QList<QPair<QByteArray, int>> answers;
        for (const QByteArray &text : std::exchange(m_sent, {})) {
            const QJsonDocument document = QJsonDocument::fromJson(text);
            const QJsonArray messages = document.isArray() ? document.array() : QJsonArray{document.object()};
            for (const QJsonValue &message : messages) {
                answers.append({message[QStringLiteral("id")].toVariant().toByteArray(),
                                message[QStringLiteral("error")][QStringLiteral("code")].toInt()});
            }
        }
        return answers;
    }

    MethodRegistry m_methods;
    std::optional<RpcDispatcher> m_dispatcher;
    std::unique_ptr<RpcCallTable> m_calls;
    QList<RpcCall> m_kept;
    QList<QByteArray> m_sent;
    int m_told = 0;
    RpcReplyChannel m_channel{RpcReplyChannel::SendFunction()};
};

using Answers = QList<QPair<QByteArray, int>>;

void TestRpcCallTable::initTestCase()
{
    m_methods.add({QStringLiteral("keep"), {}, {}, {}}, [this](const RpcCall &call) {
        call.onCancelled([this] { ++m_told; });
        m_kept.append(call);
    });
    m_methods.add({QStringLiteral("stop"), {}, {}, {}}, [this](const RpcCall &call) {
        m_kept.append(call);
        call.onCancelled([this] { m_kept.clear(); });
    });
    m_methods.add({QStringLiteral("echo"), {}, {}, {}}, [](const RpcCall &call) { call.reply(1); });
    m_methods.add({QStringLiteral("leave"), {}, {}, {}}, [this](const RpcCall &call) {
        m_kept.append(call);
        call.onCancelled([this] { ++m_told; });
        m_channel.close();
        m_calls.reset();
    });
}

void TestRpcCallTable::init()
{
    makeTable(RpcLimits());
    m_kept.clear();
    m_sent.clear();
    m_told = 0;
    m_channel = RpcReplyChannel([this](const QByteArray &message) { m_sent.append(message); });
}

void TestRpcCallTable::runsWhatFits()
{
    RpcLimits limits;
    limits.maxInFlight = 2;
    makeTable(limits);
    dispatch(request("keep", "1"));
    dispatch(request("keep", "2"));
    dispatch(request("keep", "3"));
    QCOMPARE(m_kept.size(), 2);
    QCOMPARE(m_calls->runningCount(), 2);
    QCOMPARE(m_calls->waitingCount(), 1);
    m_kept.takeAt(1).reply(1);
    QCOMPARE(m_kept.size(), 2);
    QCOMPARE(m_calls->waitingCount(), 0);
    m_kept.takeAt(1).reply(1);
    m_kept.takeAt(0).reply(1);
    QCOMPARE(m_calls->runningCount(), 0);
    QCOMPARE(m_calls->pendingBytes(), 0);
    QCOMPARE(takeAnswers(), (Answers{{"2", 0}, {"3", 0}, {"1", 0}}));
}

// Also those that would be answered at once wait for those that came before them.
void TestRpcCallTable::backlogIsFirstInFirstOut()
{
    RpcLimits limits;
    limits.maxInFlight = 1;
    makeTable(limits);
    dispatch(request("keep", "1"));
    dispatch(request("echo", "2"));
    dispatch(request("keep", "3"));
    dispatch(request("echo", "4"));
    QCOMPARE(m_calls->waitingCount(), 3);
    m_kept.takeFirst().reply(1);
    QCOMPARE(takeAnswers(), (Answers{{"1", 0}, {"2", 0}}));
    m_kept.takeFirst().reply(1);
    QCOMPARE(takeAnswers(), (Answers{{"3", 0}, {"4", 0}}));
    QCOMPARE(m_calls->pendingBytes(), 0);
}

void TestRpcCallTable::refusedBeyondTheBacklog()
{
    RpcLimits limits;
    limits.maxInFlight = 1;
    limits.maxBacklog = 2;
    makeTable(limits);
    for (int id = 1; id <= 5; ++id)
        dispatch(request("keep", QByteArray::number(id)));
    QCOMPARE(takeAnswers(), (Answers{{"4", full}, {"5", full}}));
    QCOMPARE(m_calls->arrivedCount(), 5u);
    for (int i = 0; i < 3; ++i)
        m_kept.takeFirst().reply(1);
    QCOMPARE(takeAnswers(), (Answers{{"1", 0}, {"2", 0}, {"3", 0}}));
}

void TestRpcCallTable::notificationsCountToo()
{
    RpcLimits limits;
    limits.maxInFlight = 1;
    limits.maxBacklog = 1;
    makeTable(limits);
    for (int i = 0; i < 5; ++i)
        dispatch(R"({"jsonrpc":"2.0","method":"keep"})");
    QCOMPARE(m_calls->runningCount(), 1);
    QCOMPARE(m_calls->waitingCount(), 1);
    QVERIFY(m_sent.isEmpty());
    QCOMPARE(m_calls->arrivedCount(), 5u);
    dispatch(cancellation("1")); // is no call
    QCOMPARE(m_calls->arrivedCount(), 5u);
    m_calls->close(CancellationReason::ClientClosed);
    QCOMPARE(m_told, 1);
}

void TestRpcCallTable::boundedMemory()
{
    RpcLimits limits;
    limits.maxPendingBytes = 1000;
    makeTable(limits);
    const QByteArray params = R"(,"params":[")" + QByteArray(200, 'x') + R"("]})";
    int sent = 0;
    for (; m_sent.isEmpty() && sent < 100; ++sent)
        dispatch(request("keep", QByteArray::number(sent)).chopped(1) + params);
    QCOMPARE(takeAnswers(), (Answers{{QByteArray::number(sent - 1), full}}));
    QVERIFY2(m_calls->pendingBytes() <= 1000, qPrintable(QString::number(m_calls->pendingBytes())));
    QVERIFY(m_calls->pendingBytes() > 250 * m_kept.size());
    m_kept.takeFirst().reply(1);
    dispatch(request("keep", "\"again\"").chopped(1) + params);
    QCOMPARE(takeAnswers(), (Answers{{"0", 0}}));
}

void TestRpcCallTable::oneLargeCallAlwaysFits()
{
    RpcLimits limits;
    limits.maxPendingBytes = 10;
    makeTable(limits);
    dispatch(request("keep", "1"));
    QCOMPARE(m_kept.size(), 1);
    dispatch(request("keep", "2"));
    QCOMPARE(takeAnswers(), (Answers{{"2", full}}));
}

void TestRpcCallTable::cancels_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("named");
    const auto same = [](const char *name, const QByteArray &id) { QTest::newRow(name) << id << id; };
    same("number", "7");
    same("negative", "-1");
    same("text", R"("a b")");
    same("empty text", R"("")");
    same("digits as text", R"("7")");
    same("null", "null");
    same("beyond 53 bits", "9007199254740993");
    same("smallest", "-9223372036854775808");
    same("beyond 64 bits", "18446744073709551616");
    same("fraction", "1.50");
    QTest::newRow("equal number") << QByteArray("1.0") << QByteArray("1");
    QTest::newRow("escaped") << QByteArray(R"("a")") << QByteArray(R"("\u0061")");
}

void TestRpcCallTable::cancels()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, named);
    dispatch(request("keep", R"("another")"));
    dispatch(request("keep", id));
    dispatch(cancellation(named));
    QCOMPARE(m_told, 1);
    QCOMPARE(m_sent.size(), 1);
    QVERIFY2(m_sent.first().startsWith(R"({"error":{)") || m_sent.first().startsWith(R"({"id":)"),
             m_sent.first().constData());
    QVERIFY2(m_sent.first().contains(R"("id":)" + id + ','), m_sent.first().constData());
    QCOMPARE(takeAnswers().first().second, cancelled);
    QVERIFY(!m_kept[1].reply(1)); // once
    dispatch(cancellation(named));
    QVERIFY(m_sent.isEmpty());
    m_kept[0].reply(1);
    QCOMPARE(takeAnswers(), (Answers{{"another", 0}}));
}

void TestRpcCallTable::cancelsWhileWaiting()
{
    RpcLimits limits;
    limits.maxInFlight = 1;
    makeTable(limits);
    for (int id = 1; id <= 3; ++id)
        dispatch(request("keep", QByteArray::number(id)));
    dispatch(cancellation("2"));
    QCOMPARE(takeAnswers(), (Answers{{"2", cancelled}}));
    QCOMPARE(m_calls->waitingCount(), 1);
    m_kept.takeFirst().reply(1);
    m_kept.takeFirst().reply(1);
    QCOMPARE(takeAnswers(), (Answers{{"1", 0}, {"3", 0}}));
    QCOMPARE(m_told, 0);
    QCOMPARE(m_calls->pendingBytes(), 0);
}

void TestRpcCallTable::cancelInsideABatch()
{
    dispatch('[' + request("keep", "1") + ',' + cancellation("1") + ',' + request("echo", "2") + ']');
    QCOMPARE(m_sent.size(), 1);
    QCOMPARE(takeAnswers(), (Answers{{"1", cancelled}, {"2", 0}}));
}

void TestRpcCallTable::ignoresOtherCancellations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("unknown") << cancellation("8");
    QTest::newRow("of another type") << cancellation(R"("7")");
    QTest::newRow("no id") << QByteArray(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{}})");
    QTest::newRow("no params") << QByteArray(R"({"jsonrpc":"2.0","method":"$/cancelRequest"})");
    QTest::newRow("by position") << QByteArray(
        R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":[7]})");
    QTest::newRow("list") << cancellation("[7]");
}

void TestRpcCallTable::ignoresOtherCancellations()
{
    QFETCH(QByteArray, text);
    dispatch(request("keep", "7"));
    dispatch(text);
    QVERIFY(m_sent.isEmpty());
    QCOMPARE(m_told, 0);
    m_kept.takeFirst().reply(1);
    QCOMPARE(takeAnswers(), (Answers{{"7", 0}}));
}

// Who calls and cancels in turns does not get more work done at a time than anybody else.
void TestRpcCallTable::cancelledCallsKeepTheirPlace()
{
    RpcLimits limits;
    limits.maxInFlight = 2;
    limits.maxBacklog = 0;
    makeTable(limits);
    for (int id = 1; id <= 100; ++id) {
        dispatch(request("keep", QByteArray::number(id)));
        dispatch(cancellation(QByteArray::number(id)));
    }
    QCOMPARE(m_kept.size(), 2);
    QCOMPARE(m_calls->runningCount(), 2);
    const Answers answers = takeAnswers();
    QCOMPARE(answers.size(), 100);
    QCOMPARE(answers[1].second, cancelled);
    QCOMPARE(answers[2].second, full);
    m_kept.clear();
    QCOMPARE(m_calls->runningCount(), 0);
    dispatch(request("echo", "101"));
    QCOMPARE(takeAnswers(), (Answers{{"101", 0}}));
}

void TestRpcCallTable::equalIds()
{
    dispatch(request("keep", "1"));
    dispatch(request("keep", "1"));
    m_kept.takeFirst().reply(1);
    dispatch(cancellation("1"));
    QCOMPARE(takeAnswers(), (Answers{{"1", 0}, {"1", cancelled}}));
}

void TestRpcCallTable::batchBeyondTheLimit()
{
    RpcLimits limits;
    limits.maxInFlight = 1;
    limits.maxBacklog = 1;
    makeTable(limits);
    dispatch('[' + request("keep", "1") + ',' + request("keep", "2") + ',' + request("keep", "3") + ']');
    QVERIFY(m_sent.isEmpty());
    m_kept.takeFirst().reply(1);
    m_kept.takeFirst().reply(1);
    QCOMPARE(takeAnswers(), (Answers{{"1", 0}, {"2", 0}, {"3", full}}));
}

void TestRpcCallTable::batchOfTenThousand()
{
    QByteArrayList requests;
    for (int id = 0; id < 10'000; ++id)
        requests.append(request("keep", QByteArray::number(id)));
    dispatch('[' + requests.join(',') + ']');
    QCOMPARE(m_kept.size(), RpcLimits().maxInFlight);
    while (!m_kept.isEmpty())
        m_kept.takeLast().reply(1); // in any order
    QCOMPARE(m_sent.size(), 1);
    const Answers answers = takeAnswers();
    QCOMPARE(answers.size(), 10'000);
    for (int id = 0; id < answers.size(); ++id)
        QCOMPARE(answers[id], (QPair<QByteArray, int>(QByteArray::number(id), 0)));
}

void TestRpcCallTable::manyPipelined()
{
    for (int id = 0; id < 1000; ++id)
        dispatch(request("keep", QByteArray::number(id)));
    QCOMPARE(m_kept.size(), 1000);
    for (int id = 0; id < 1000; ++id)
        dispatch(cancellation(QByteArray::number(id)));
    QCOMPARE(m_told, 1000);
    QCOMPARE(m_sent.size(), 1000);
}

void TestRpcCallTable::manyThatAnswerAtOnceAfterWaiting()
{
    RpcLimits limits;
    limits.maxInFlight = 1;
    limits.maxBacklog = 50'000; // deep enough to end a stack that grows with each
    makeTable(limits);
    dispatch(request("keep", "0"));
    for (int id = 1; id <= 50'000; ++id)
        dispatch(request("echo", QByteArray::number(id)));
    m_kept.takeFirst().reply(1);
    QCOMPARE(m_sent.size(), 50'001);
}

void TestRpcCallTable::peerLeaves()
{
    RpcLimits limits;
    limits.maxInFlight = 2;
    makeTable(limits);
    for (int id = 1; id <= 4; ++id)
        dispatch(request("keep", QByteArray::number(id)));
    const CancellationToken token = m_kept.first().token();
    m_channel.close();
    m_calls.reset();
    QCOMPARE(m_told, 2);
    QCOMPARE(token.reason(), CancellationReason::ClientClosed);
    QCOMPARE(m_kept.size(), 2); // what waited never starts
    m_kept.clear();
    QVERIFY(m_sent.isEmpty());
}

void TestRpcCallTable::peerLeavesDuringACall()
{
    dispatch(request("leave", "1"));
    QCOMPARE(m_told, 1);
    QVERIFY(m_kept.first().isCancelled());
    QVERIFY(m_sent.isEmpty());
}

void TestRpcCallTable::peerLeavesDuringAnAnswer()
{
    m_channel = RpcReplyChannel([this](const QByteArray &message) {
        m_sent.append(message);
        m_channel.close();
        m_calls.reset();
    });
    dispatch(request("keep", "1"));
    dispatch(request("keep", "2"));
    m_kept.first().reply(1);
    QCOMPARE(m_sent.size(), 1);
    QCOMPARE(m_told, 1); // of the other one
}

void TestRpcCallTable::nothingAfterTheEnd()
{
    m_calls->close(CancellationReason::ClientClosed);
    dispatch(request("keep", "1"));
    QVERIFY(m_kept.isEmpty());
    QVERIFY(m_sent.isEmpty());
}

void TestRpcCallTable::callsOutliveTheTable()
{
    dispatch(request("keep", "1"));
    m_calls.reset();
    m_dispatcher.reset();
    QVERIFY(!m_kept.takeFirst().reply(1)); // it was cancelled
    QCOMPARE(takeAnswers(), (Answers{{"1", cancelled}}));
}

QTEST_GUILESS_MAIN(TestRpcCallTable)
#include "tst_rpccalltable.moc"
