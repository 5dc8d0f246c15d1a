// The whole of JSON-RPC 2.0, from text to text.
#include <daemonrpc/jsonrpc/dispatcher.h>

#include <QJsonDocument>
#include <QTest>

using namespace DaemonRpc;

// What matters of an answer: messages for people are ours to choose, the specification gives only the code.
static QJsonValue essence(const QByteArray &text)
{
    const auto withoutText = [](const QJsonValue &value) {
        QJsonObject response = value.toObject();
        if (response.contains(QStringLiteral("error")))
            response[QStringLiteral("error")] = response[QStringLiteral("error")][QStringLiteral("code")];
        return response;
    };
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isObject())
        return withoutText(document.object());
    QJsonArray batch;
    const QJsonArray array = document.array();
    for (const QJsonValue &value : array)
        batch.append(withoutText(value));
    return batch;
}

static Result<QJsonValue> subtract(const RpcParams &params, const RpcPeer &)
{
    return QJsonValue(params.integer(u"minuend").value_or(0) - params.integer(u"subtrahend").value_or(0));
}

static Result<QJsonValue> sum(const RpcParams &params, const RpcPeer &)
{
    qint64 total = 0;
    const QJsonArray values = params.raw().toArray();
    for (const QJsonValue &value : values)
        total += value.toInteger();
    return QJsonValue(total);
}

static const QByteArray batchRequest = R"({"jsonrpc":"2.0","method":"echo","params":[1],"id":1})";

class TestDispatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void specification_data();
    void specification();
    void nothingIsAnswered_data();
    void nothingIsAnswered();
    void batchSizes_data();
    void batchSizes();
    void notificationsRun();
    void answersAsTheyAreReady();
    void batchWaitsForTheLast();
    void batchOfDroppedCalls();
    void batchAnswersHaveALimit();
    void droppedHandle();
    void channelClosedBeforeTheReply();
    void batchOnClosedChannel();
    void channelClosedWhileAnswering();
    void outlivedByACall();
    void passesThePeerOn();
    void limits();
    void hostileTexts_data();
    void hostileTexts();

private:
    void dispatch(const QByteArray &text) { RpcDispatcher(m_methods).dispatch(text, RpcPeer{}, m_channel); }

    void add(const QString &name, MethodFunction function)
    {
        m_methods.add(MethodDescription{name, {}, {}, {}}, std::move(function));
    }

    MethodRegistry m_methods;
    QList<RpcCall> m_kept;
    QList<QByteArray> m_notified;
    QList<QByteArray> m_sent;
    RpcReplyChannel m_channel{RpcReplyChannel::SendFunction()};
};

void TestDispatcher::initTestCase()
{
    m_methods.addSync({QStringLiteral("subtract"),
                       {},
                       {{QStringLiteral("minuend"), RpcType::Integer, true, {}},
                        {QStringLiteral("subtrahend"), RpcType::Integer, true, {}}},
                       {}},
                      subtract);
    m_methods.addSync({QStringLiteral("sum"), {}, {}, {}}, sum);
    m_methods.addSync({QStringLiteral("get_data"), {}, {}, {}}, [](const RpcParams &, const RpcPeer &) {
        return QJsonValue(QJsonArray{QStringLiteral("hello"), 5});
    });
    const auto notified = [this](const RpcCall &call) {
        m_notified.append(call.method().toUtf8());
        call.reply(true);
    };
    add(QStringLiteral("update"), notified);
    add(QStringLiteral("notify_hello"), notified);
    add(QStringLiteral("notify_sum"), notified);
    add(QStringLiteral("echo"), [](const RpcCall &call) { call.reply(call.params().raw()); });
    add(QStringLiteral("keep"), [this](const RpcCall &call) { m_kept.append(call); });
    add(QStringLiteral("drop"), [](const RpcCall &) {});
}

void TestDispatcher::init()
{
    m_kept.clear();
    m_notified.clear();
    m_sent.clear();
    m_channel = RpcReplyChannel([this](const QByteArray &message) { m_sent.append(message); });
}

// The examples of section 7.
void TestDispatcher::specification_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, const QByteArray &request, const QByteArray &answer) {
        QTest::newRow(name) << request << answer;
    };
    row("positional", R"({"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1})",
        R"({"jsonrpc": "2.0", "result": 19, "id": 1})");
    row("positional, swapped", R"({"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2})",
        R"({"jsonrpc": "2.0", "result": -19, "id": 2})");
    row("named",
        R"({"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3})",
        R"({"jsonrpc": "2.0", "result": 19, "id": 3})");
    row("named, other order",
        R"({"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4})",
        R"({"jsonrpc": "2.0", "result": 19, "id": 4})");
    row("unknown method", R"({"jsonrpc": "2.0", "method": "foobar", "id": "1"})",
        R"({"jsonrpc": "2.0", "error": {"code": -32601}, "id": "1"})");
    row("invalid JSON", R"({"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz])",
        R"({"jsonrpc": "2.0", "error": {"code": -32700}, "id": null})");
    row("invalid request", R"({"jsonrpc": "2.0", "method": 1, "params": "bar"})",
        R"({"jsonrpc": "2.0", "error": {"code": -32600}, "id": null})");
    row("batch, invalid JSON", R"([
            {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
            {"jsonrpc": "2.0", "method"
        ])",
        R"({"jsonrpc": "2.0", "error": {"code": -32700}, "id": null})");
    row("empty batch", "[]", R"({"jsonrpc": "2.0", "error": {"code": -32600}, "id": null})");
    row("batch, invalid but not empty", "[1]",
        R"([{"jsonrpc": "2.0", "error": {"code": -32600}, "id": null}])");
    row("batch, all invalid", "[1,2,3]", R"([
            {"jsonrpc": "2.0", "error": {"code": -32600}, "id": null},
            {"jsonrpc": "2.0", "error": {"code": -32600}, "id": null},
            {"jsonrpc": "2.0", "error": {"code": -32600}, "id": null}
        ])");
    row("batch", R"([
            {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
            {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
            {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
            {"foo": "boo"},
            {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
            {"jsonrpc": "2.0", "method": "get_data", "id": "9"}
        ])",
        R"([
            {"jsonrpc": "2.0", "result": 7, "id": "1"},
            {"jsonrpc": "2.0", "result": 19, "id": "2"},
            {"jsonrpc": "2.0", "error": {"code": -32600}, "id": null},
            {"jsonrpc": "2.0", "error": {"code": -32601}, "id": "5"},
            {"jsonrpc": "2.0", "result": ["hello", 5], "id": "9"}
        ])");
    // Beyond the examples.
    row("id of null is no notification", R"({"jsonrpc": "2.0", "method": "sum", "id": null})",
        R"({"jsonrpc": "2.0", "result": 0, "id": null})");
    row("large id", R"({"jsonrpc": "2.0", "method": "sum", "id": 9007199254740993})",
        R"({"jsonrpc": "2.0", "result": 0, "id": 9007199254740993})");
    row("wrong parameter", R"({"jsonrpc": "2.0", "method": "subtract", "params": ["x", 1], "id": 1})",
        R"({"jsonrpc": "2.0", "error": {"code": -32602}, "id": 1})");
    row("invalid, with an id", R"({"jsonrpc": "2.0", "method": 1, "id": 8})",
        R"({"jsonrpc": "2.0", "error": {"code": -32600}, "id": 8})");
    row("batch of one", R"([{"jsonrpc": "2.0", "method": "sum", "id": 1}])",
        R"([{"jsonrpc": "2.0", "result": 0, "id": 1}])");
    row("batch with equal ids",
        R"([{"jsonrpc": "2.0", "method": "sum", "id": 1},{"jsonrpc": "2.0", "method": "sum", "id": 1}])",
        R"([{"jsonrpc": "2.0", "result": 0, "id": 1},{"jsonrpc": "2.0", "result": 0, "id": 1}])");
    row("batch inside a batch", R"([[{"jsonrpc": "2.0", "method": "sum", "id": 1}]])",
        R"([{"jsonrpc": "2.0", "error": {"code": -32600}, "id": null}])");
}

void TestDispatcher::specification()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, answer);
    dispatch(request);
    QCOMPARE(m_sent.size(), 1);
    QCOMPARE(essence(m_sent.first()), essence(answer));
    // QJsonValue compares numbers as doubles where it can: large ids are compared as text as well.
    if (request.contains("9007199254740993"))
        QVERIFY(m_sent.first().contains("9007199254740993"));
    QVERIFY(!m_sent.first().contains('\n'));
}

void TestDispatcher::nothingIsAnswered_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("notification") << QByteArray(
        R"({"jsonrpc": "2.0", "method": "update", "params": [1,2,3]})");
    QTest::newRow("unknown notification") << QByteArray(R"({"jsonrpc": "2.0", "method": "foobar"})");
    QTest::newRow("wrong parameters") << QByteArray(R"({"jsonrpc": "2.0", "method": "subtract"})");
    QTest::newRow("dropped") << QByteArray(R"({"jsonrpc": "2.0", "method": "drop"})");
    QTest::newRow("batch") << QByteArray(R"([
        {"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},
        {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}])");
    QTest::newRow("response") << QByteArray(R"({"jsonrpc":"2.0","id":1,"result":1})");
    QTest::newRow("error response") << QByteArray(
        R"({"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"m"}})");
    QTest::newRow("batch of responses") << QByteArray(R"([{"jsonrpc":"2.0","id":1,"result":1}])");
}

void TestDispatcher::nothingIsAnswered()
{
    QFETCH(QByteArray, text);
    dispatch(text);
    QVERIFY(m_sent.isEmpty());
    dispatch(batchRequest); // the channel works all the same
    QCOMPARE(m_sent.size(), 1);
}

void TestDispatcher::batchSizes_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("answers"); // -1: one refusal that is no batch
    QTest::newRow("0") << 0 << -1;
    QTest::newRow("1") << 1 << 1;
    QTest::newRow("3") << 3 << 3;
    QTest::newRow("10000") << 10'000 << 10'000;
    QTest::newRow("10001") << 10'001 << -1;
}

void TestDispatcher::batchSizes()
{
    QFETCH(int, count);
    QFETCH(int, answers);
    dispatch('[' + QByteArrayList(count, batchRequest).join(',') + ']');
    QCOMPARE(m_sent.size(), 1);
    const QJsonDocument sent = QJsonDocument::fromJson(m_sent.first());
    if (answers < 0)
        QCOMPARE(sent[QStringLiteral("error")][QStringLiteral("code")].toInt(), -32600);
    else
        QCOMPARE(sent.array().size(), answers);
}

void TestDispatcher::notificationsRun()
{
    dispatch(R"([{"jsonrpc":"2.0","method":"update"},{"jsonrpc":"2.0","method":"notify_sum"}])");
    dispatch(R"({"jsonrpc":"2.0","method":"notify_hello"})");
    QCOMPARE(m_notified, (QList<QByteArray>{"update", "notify_sum", "notify_hello"}));
}

void TestDispatcher::answersAsTheyAreReady()
{
    dispatch(R"({"jsonrpc":"2.0","method":"keep","id":"first"})");
    dispatch(R"({"jsonrpc":"2.0","method":"echo","id":"second","params":{}})");
    QCOMPARE(m_sent, QList<QByteArray>{R"({"id":"second","jsonrpc":"2.0","result":{}})"});
    m_kept.takeFirst().reply(1);
    QCOMPARE(m_sent.size(), 2);
    QCOMPARE(m_sent.last(), QByteArray(R"({"id":"first","jsonrpc":"2.0","result":1})"));
}

void TestDispatcher::batchWaitsForTheLast()
{
    dispatch(R"([{"jsonrpc":"2.0","method":"keep","id":1},
                 {"jsonrpc":"2.0","method":"keep"},
                 {"jsonrpc":"2.0","method":"echo","params":[2],"id":2},
                 {"jsonrpc":"2.0","method":"keep","id":3}])");
    QCOMPARE(m_kept.size(), 3);
    m_kept[2].reply(3);
    m_kept[1].reply(QStringLiteral("of a notification"));
    QVERIFY(m_sent.isEmpty());
    m_kept[0].reply(1);
    m_kept.clear();
    QCOMPARE(m_sent, QList<QByteArray>{R"([{"id":1,"jsonrpc":"2.0","result":1},)"
                                       R"({"id":2,"jsonrpc":"2.0","result":[2]},)"
                                       R"({"id":3,"jsonrpc":"2.0","result":3}])"});
}

void TestDispatcher::batchOfDroppedCalls()
{
    dispatch(R"([{"jsonrpc":"2.0","method":"drop","id":1},{"jsonrpc":"2.0","method":"keep","id":2}])");
    QVERIFY(m_sent.isEmpty());
    m_kept.clear();
    QCOMPARE(m_sent.size(), 1);
    QCOMPARE(essence(m_sent.first()), essence(R"([{"jsonrpc":"2.0","error":{"code":-32603},"id":1},
                                                  {"jsonrpc":"2.0","error":{"code":-32603},"id":2}])"));
}

void TestDispatcher::droppedHandle()
{
    dispatch(R"({"jsonrpc":"2.0","method":"drop","id":1})");
    QCOMPARE(m_sent.size(), 1);
    QCOMPARE(essence(m_sent.first()), essence(R"({"jsonrpc":"2.0","error":{"code":-32603},"id":1})"));
}

void TestDispatcher::channelClosedBeforeTheReply()
{
    dispatch(R"({"jsonrpc":"2.0","method":"keep","id":1})");
    dispatch(R"({"jsonrpc":"2.0","method":"keep","id":2})");
    m_channel.close();
    QVERIFY(m_kept[0].reply(1)); // the method need not know
    m_kept.clear();              // nor does a dropped handle reach anybody
    QVERIFY(m_sent.isEmpty());
}

void TestDispatcher::batchOnClosedChannel()
{
    dispatch(R"([{"jsonrpc":"2.0","method":"keep","id":1},{"jsonrpc":"2.0","method":"echo","id":2}])");
    m_channel.close();
    m_kept[0].reply(1);
    QVERIFY(m_sent.isEmpty());
}

void TestDispatcher::channelClosedWhileAnswering()
{
    RpcReplyChannel channel([this](const QByteArray &message) {
        m_sent.append(message);
        m_channel.close();
    });
    m_channel = channel;
    dispatch(batchRequest);
    dispatch(batchRequest);
    QCOMPARE(m_sent.size(), 1);
}

void TestDispatcher::outlivedByACall()
{
    std::optional<RpcCall> kept;
    {
        MethodRegistry methods;
        methods.add({QStringLiteral("keep"), {}, {}, {}}, [&kept](const RpcCall &call) { kept = call; });
        const RpcDispatcher dispatcher(methods);
        dispatcher.dispatch(R"({"jsonrpc":"2.0","method":"keep","id":1})", RpcPeer{}, m_channel);
    }
    kept->reply(1);
    QCOMPARE(m_sent, QList<QByteArray>{R"({"id":1,"jsonrpc":"2.0","result":1})"});
}

void TestDispatcher::passesThePeerOn()
{
    RpcPeer peer;
    peer.identity.credentials = PeerCredentials{12, 1000, 1000};
    peer.connectionId = 34;
    // A function may stand in for the channel.
    RpcDispatcher(m_methods).dispatch(R"({"jsonrpc":"2.0","method":"keep","id":1})", peer,
                                      [this](QByteArray message) { m_sent.append(message); });
    QVERIFY(m_kept.first().peer() == peer);
    m_kept.clear();
    QCOMPARE(m_sent.size(), 1);
}

void TestDispatcher::limits()
{
    RpcLimits limits;
    limits.maxBatch = 2;
    const RpcDispatcher dispatcher(m_methods, limits);
    dispatcher.dispatch('[' + QByteArrayList(2, batchRequest).join(',') + ']', RpcPeer{}, m_channel);
    dispatcher.dispatch('[' + QByteArrayList(3, batchRequest).join(',') + ']', RpcPeer{}, m_channel);
    QCOMPARE(m_sent.size(), 2);
    QVERIFY(m_sent[0].startsWith('['));
    QVERIFY(m_sent[1].startsWith('{'));
}

void TestDispatcher::hostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zeros") << QByteArray(100'000, '\0');
    QTest::newRow("deep arrays") << QByteArray(1'000'000, '[');
    QTest::newRow("deep params") << R"({"jsonrpc":"2.0","method":"echo","id":1,"params":)" +
                                        QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']') + '}';
    QTest::newRow("invalid utf-8") << QByteArray("{\"jsonrpc\":\"2.0\",\"method\":\"\xfe\xff\",\"id\":1}");
    QTest::newRow("huge number") << QByteArray(R"({"jsonrpc":"2.0","method":"echo","id":1)") +
                                        QByteArray(1'000'000, '0') + '}';
    QTest::newRow("open string") << QByteArray(R"({"jsonrpc":")") + QByteArray(1'000'000, 'x');
    QTest::newRow("open escape") << QByteArray(R"({"jsonrpc":"\)");
}

void TestDispatcher::hostileTexts()
{
    QFETCH(QByteArray, text);
    dispatch(text);
    QCOMPARE(m_sent.size(), 1);
    QCOMPARE(essence(m_sent.first()), essence(R"({"jsonrpc":"2.0","error":{"code":-32700},"id":null})"));
    QVERIFY(m_sent.first().size() < 300);
}

void TestDispatcher::batchAnswersHaveALimit()
{
    MethodRegistry methods;
    methods.addSync(
        {QStringLiteral("large"), QStringLiteral("Answers a megabyte."), {}, QStringLiteral("A string.")},
        [](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> {
            return QString(1024 * 1024, QLatin1Char('x'));
        });
    QByteArrayList calls;
    for (int id = 1; id <= 40; ++id)
        calls.append(R"({"jsonrpc":"2.0","method":"large","id":)" + QByteArray::number(id) + '}');
    QByteArray sent;
    RpcDispatcher(methods).dispatch('[' + calls.join(',') + ']', RpcPeer(),
                                    [&sent](const QByteArray &message) { sent = message; });
    QVERIFY2(sent.size() < 10 * 1024 * 1024, qPrintable(QString::number(sent.size())));
    const QJsonArray answers = QJsonDocument::fromJson(sent).array();
    QCOMPARE(answers.size(), 40); // nobody waits for an answer that never comes
    QVERIFY(answers.first().toObject().contains(QStringLiteral("result")));
    QVERIFY(answers.last().toObject().contains(QStringLiteral("error")));
}

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
