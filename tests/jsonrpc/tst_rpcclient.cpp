// Every call gets its own answer, once.
#include <daemonrpc/jsonrpc/dispatcher.h>
#include <daemonrpc/jsonrpc/rpcclient.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace DaemonRpc;

static const QString method = QStringLiteral("m");

static QByteArray answer(qint64 id, int result)
{
    return RpcResponse{QJsonValue(id), QJsonValue(result)}.encode();
}

static Error lost() { return Error(ErrorCode::ConnectionLost, QStringLiteral("the daemon went away")); }

class TestRpcClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesRequests();
    void matchesAnswers();
    void answersInABatch();
    void errorsComeBackUnchanged();
    void strangersAreIgnored_data();
    void strangersAreIgnored();
    void notifications();
    void violations_data();
    void violations();
    void failAll();
    void failAllForgetsOnRequest();
    void requestFromACallback();
    void forget();
    void cancels();
    void cancellationThroughADispatcher();
    void progress();
    void progressEndsItsCall();
    void destroyedByACallback();
    void destructionRunsNothing();

private:
    RpcClient::Callback collect(const QString &name)
    {
        return [this, name](const Result<QJsonValue> &result) {
            m_results.append(
                name + QLatin1Char('=') +
                (result ? QString::number(result->toInt()) : errorCodeName(result.error().code())));
        };
    }

    QStringList m_results;
};

void TestRpcClient::init() { m_results.clear(); }

void TestRpcClient::makesRequests()
{
    RpcClient client;
    const RpcClient::Outgoing first = client.request(method, QJsonArray{1}, nullptr);
    const RpcClient::Outgoing second = client.request(method, {}, nullptr);
    QCOMPARE(first.bytes, QByteArray(R"({"id":1,"jsonrpc":"2.0","method":"m","params":[1]})"));
    QCOMPARE(second.bytes, QByteArray(R"({"id":2,"jsonrpc":"2.0","method":"m"})"));
    QCOMPARE(first.id, 1);
    QCOMPARE(second.id, 2);
    QCOMPARE(client.pendingCount(), 2);
    QCOMPARE(RpcClient::notification(method, QJsonValue(QJsonValue::Undefined)),
             QByteArray(R"({"jsonrpc":"2.0","method":"m"})"));
    QVERIFY(client.receive(answer(1, 1))); // without a callback
    QCOMPARE(client.pendingCount(), 1);
}

void TestRpcClient::matchesAnswers()
{
    RpcClient client;
    const qint64 a = client.request(method, {}, collect(QStringLiteral("a"))).id;
    const qint64 b = client.request(method, {}, collect(QStringLiteral("b"))).id;
    QVERIFY(client.receive(answer(b, 2)));
    QVERIFY(client.receive(answer(a, 1)));
    QVERIFY(client.receive(answer(a, 3))); // a second answer is nobody's
    QCOMPARE(m_results, (QStringList{QStringLiteral("b=2"), QStringLiteral("a=1")}));
    QCOMPARE(client.pendingCount(), 0);
}

void TestRpcClient::answersInABatch()
{
    RpcClient client;
    const qint64 a = client.request(method, {}, collect(QStringLiteral("a"))).id;
    const qint64 b = client.request(method, {}, collect(QStringLiteral("b"))).id;
    QVERIFY(client.receive('[' + answer(b, 2) + ',' + answer(a, 1) + ']'));
    QCOMPARE(m_results, (QStringList{QStringLiteral("b=2"), QStringLiteral("a=1")}));
}

void TestRpcClient::errorsComeBackUnchanged()
{
    const Error error(ErrorCode::Draining, QStringLiteral("the daemon is draining"),
                      {QStringLiteral("starting")});
    MethodRegistry methods;
    methods.addSync({method, {}, {}, {}}, [&error](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
        return unexpected(error);
    });
    RpcClient client;
    std::optional<Error> received;
    const RpcClient::Outgoing call =
        client.request(method, {}, [&received](const Result<QJsonValue> &result) {
            QVERIFY(!result);
            received = result.error();
        });
    RpcDispatcher(methods).dispatch(call.bytes, RpcPeer{},
                                    [&client](const QByteArray &text) { QVERIFY(client.receive(text)); });
    QCOMPARE(received, std::optional(error));
}

void TestRpcClient::strangersAreIgnored_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("never given") << QByteArray("2");
    QTest::newRow("text") << QByteArray(R"("1")");
    QTest::newRow("fraction") << QByteArray("1.5");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("huge") << QByteArray("1e300");
}

void TestRpcClient::strangersAreIgnored()
{
    QFETCH(QByteArray, id);
    RpcClient client;
    const qint64 pending = client.request(method, {}, collect(QStringLiteral("a"))).id;
    QCOMPARE(pending, 1);
    QVERIFY(client.receive(R"({"jsonrpc":"2.0","result":1,"id":)" + id + '}'));
    QVERIFY(m_results.isEmpty());
    QCOMPARE(client.pendingCount(), 1);
}

void TestRpcClient::notifications()
{
    RpcClient client;
    const QByteArray text = RpcClient::notification(QStringLiteral("progress"), QJsonArray{50});
    QVERIFY(client.receive(text)); // without a handler

    QList<QJsonValue> seen;
    client.setNotificationHandler([&seen](const QString &name, const QJsonValue &params) {
        seen.append(name);
        seen.append(params);
    });
    QVERIFY(client.receive(text));
    QVERIFY(client.receive(R"({"jsonrpc":"2.0","method":"a request","id":1})")); // is for a dispatcher
    QCOMPARE(seen, (QList<QJsonValue>{QStringLiteral("progress"), QJsonArray{50}}));

    client.setNotificationHandler([&client, &seen](const QString &, const QJsonValue &) {
        client.setNotificationHandler(nullptr);
        seen.clear();
    });
    QVERIFY(client.receive(text));
    QVERIFY(client.receive(text));
    QVERIFY(seen.isEmpty());
}

void TestRpcClient::violations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no json") << QByteArray("hello");
    QTest::newRow("no message") << QByteArray("{}");
    QTest::newRow("empty batch") << QByteArray("[]");
    QTest::newRow("in a batch") << QByteArray(R"([{"jsonrpc":"2.0","method":"n"},1])");
    QTest::newRow("too deep") << QByteArray(100, '[');
    QTest::newRow("error without an id")
        << QByteArray(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}})");
}

void TestRpcClient::violations()
{
    QFETCH(QByteArray, text);
    RpcClient client;
    const qint64 id = client.request(method, {}, collect(QStringLiteral("a"))).id;
    const Result<void> received = client.receive(text);
    QVERIFY(!received);
    QCOMPARE(received.error().code(), ErrorCode::ProtocolViolation);
    QVERIFY(m_results.isEmpty()); // what becomes of the calls is the owner's decision
    QVERIFY(client.forget(id));
}

void TestRpcClient::failAll()
{
    RpcClient client;
    QCOMPARE(client.request(method, {}, collect(QStringLiteral("a"))).id, 1);
    QCOMPARE(client.request(method, {}, collect(QStringLiteral("b"))).id, 2);
    client.failAll(lost());
    QCOMPARE(m_results,
             (QStringList{QStringLiteral("a=connection_lost"), QStringLiteral("b=connection_lost")}));
    QVERIFY(client.receive(answer(1, 1)));
    client.failAll(lost());
    QCOMPARE(m_results.size(), 2);
}

void TestRpcClient::failAllForgetsOnRequest()
{
    RpcClient client;
    qint64 second = 0;
    const qint64 first = client
                             .request(method, {},
                                      [&](const Result<QJsonValue> &) {
                                          QVERIFY(client.forget(second));
                                          m_results.append(QStringLiteral("a"));
                                      })
                             .id;
    second = client.request(method, {}, collect(QStringLiteral("b"))).id;
    client.failAll(lost());
    QVERIFY(first < second);
    QCOMPARE(m_results, QStringList{QStringLiteral("a")});
}

void TestRpcClient::requestFromACallback()
{
    RpcClient client;
    qint64 retry = 0;
    const auto again = [&](const Result<QJsonValue> &result) {
        QVERIFY(!result);
        retry = client.request(method, {}, collect(QStringLiteral("retry"))).id;
    };
    const qint64 first = client.request(method, {}, again).id;
    client.failAll(lost());
    QVERIFY(retry > first);
    QCOMPARE(client.pendingCount(), 1);
    QVERIFY(client.receive(answer(retry, 4)));
    QCOMPARE(m_results, QStringList{QStringLiteral("retry=4")});
}

void TestRpcClient::forget()
{
    RpcClient client;
    const qint64 id = client.request(method, {}, collect(QStringLiteral("a"))).id;
    QVERIFY(client.forget(id));
    QVERIFY(!client.forget(id));
    QVERIFY(client.receive(answer(id, 1)));
    client.failAll(lost());
    QVERIFY(m_results.isEmpty());
}

void TestRpcClient::cancels()
{
    RpcClient client;
    const RpcClient::Outgoing call = client.request(method, {}, collect(QStringLiteral("a")));
    QCOMPARE(client.cancellation(call.id),
             QByteArray(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}})"));
    QCOMPARE(client.pendingCount(), 1); // until the peer has answered
    QVERIFY(client.receive(answer(call.id, 5)));
    QCOMPARE(m_results, QStringList{QStringLiteral("a=5")});
    QVERIFY(client.cancellation(call.id).isEmpty());
    QVERIFY(client.cancellation(77).isEmpty());
}

void TestRpcClient::cancellationThroughADispatcher()
{
    MethodRegistry methods;
    std::optional<RpcCall> kept;
    methods.add({method, {}, {}, {}}, [&kept](const RpcCall &call) { kept = call; });
    const RpcDispatcher dispatcher(methods);
    RpcCallTable calls;
    RpcClient client;
    const RpcReplyChannel channel([&client](const QByteArray &text) { QVERIFY(client.receive(text)); });
    QList<QJsonValue> told;
    const RpcClient::Outgoing call = client.request(method, {}, collect(QStringLiteral("a")),
                                                    [&told](const QJsonValue &value) { told.append(value); });
    dispatcher.dispatch(call.bytes, RpcPeer{}, channel, calls);
    QVERIFY(kept->progress(50));
    QCOMPARE(told, QList<QJsonValue>{50});
    dispatcher.dispatch(client.cancellation(call.id), RpcPeer{}, channel, calls);
    QCOMPARE(m_results, QStringList{QStringLiteral("a=cancelled")});
    QVERIFY(!kept->progress(60));
}

void TestRpcClient::progress()
{
    RpcClient client;
    QStringList others;
    client.setNotificationHandler(
        [&others](const QString &name, const QJsonValue &) { others.append(name); });
    QList<QJsonValue> told;
    const RpcClient::Outgoing first = client.request(
        method, {}, collect(QStringLiteral("a")), [&told](const QJsonValue &value) { told.append(value); });
    const RpcClient::Outgoing second = client.request(method, {}, collect(QStringLiteral("b")));
    QVERIFY(client.receive(encodeRpcProgress(RpcId(first.id), RpcId(first.id), QJsonArray{1})));
    QVERIFY(client.receive(encodeRpcProgress(RpcId(second.id), RpcId(second.id), 2)));
    QVERIFY(client.receive(encodeRpcProgress(RpcId(99), RpcId(99), 3)));
    QVERIFY(client.receive(encodeRpcProgress(std::nullopt, RpcId(QStringLiteral("t")), 4)));
    QCOMPARE(told, (QList<QJsonValue>{QJsonArray{1}}));
    QCOMPARE(others, QStringList(3, QStringLiteral("$/progress"))); // nobody else takes them
    QVERIFY(client.receive(answer(first.id, 1)));
    QVERIFY(client.receive(encodeRpcProgress(RpcId(first.id), RpcId(first.id), 5)));
    QCOMPARE(told.size(), 1);
}

void TestRpcClient::progressEndsItsCall()
{
    RpcClient client;
    int told = 0;
    RpcClient::Outgoing call;
    call = client.request(method, {}, collect(QStringLiteral("a")), [&](const QJsonValue &) {
        ++told;
        QVERIFY(client.forget(call.id));
    });
    const QByteArray text = encodeRpcProgress(RpcId(call.id), RpcId(call.id), 1);
    QVERIFY(client.receive(text));
    QVERIFY(client.receive(text));
    QCOMPARE(told, 1);
}

void TestRpcClient::destroyedByACallback()
{
    for (const bool byFailure : {false, true}) {
        m_results.clear();
        auto client = std::make_unique<RpcClient>();
        const qint64 a = client
                             ->request(method, {},
                                       [&](const Result<QJsonValue> &) {
                                           client.reset();
                                           m_results.append(QStringLiteral("a"));
                                       })
                             .id;
        const qint64 b = client->request(method, {}, collect(QStringLiteral("b"))).id;
        if (byFailure)
            client->failAll(lost());
        else
            QVERIFY(client->receive('[' + answer(a, 1) + ',' + answer(b, 2) + ']'));
        QVERIFY(!client);
        QCOMPARE(m_results, QStringList{QStringLiteral("a")});
    }
}

void TestRpcClient::destructionRunsNothing()
{
    {
        RpcClient client;
        QVERIFY(client.request(method, {}, collect(QStringLiteral("a"))).id > 0);
    }
    QVERIFY(m_results.isEmpty());
}

QTEST_GUILESS_MAIN(TestRpcClient)
#include "tst_rpcclient.moc"
