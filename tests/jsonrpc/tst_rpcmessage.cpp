// Encoding of messages.
#include <daemonrpc/jsonrpc/rpcmessage.h>
#include <daemonrpc/jsonrpc/rpcparser.h>

#include <QJsonArray>
#include <QTest>

using namespace DaemonRpc;

class TestRpcMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request();
    void notification();
    void response_data();
    void response();
    void roundTrip();
    void progress();
    void batch();
};

void TestRpcMessage::request()
{
    const RpcRequest request{QJsonValue(1), QStringLiteral("subtract"), QJsonArray{42, 23}};
    QVERIFY(!request.isNotification());
    QCOMPARE(request.encode(),
             QByteArray(R"({"id":1,"jsonrpc":"2.0","method":"subtract","params":[42,23]})"));

    // An id of null is still an id.
    const RpcRequest withNullId{QJsonValue(QJsonValue::Null), QStringLiteral("m")};
    QVERIFY(!withNullId.isNotification());
    QCOMPARE(withNullId.encode(), QByteArray(R"({"id":null,"jsonrpc":"2.0","method":"m"})"));
}

void TestRpcMessage::notification()
{
    const RpcRequest notification{std::nullopt, QStringLiteral("update"), QJsonObject{}};
    QVERIFY(notification.isNotification());
    QCOMPARE(notification.encode(), QByteArray(R"({"jsonrpc":"2.0","method":"update","params":{}})"));
}

void TestRpcMessage::response_data()
{
    QTest::addColumn<QJsonValue>("result");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QJsonValue &result, const char *text) {
        QTest::newRow(name) << result << QByteArray(R"({"id":"a","jsonrpc":"2.0","result":)") + text + '}';
    };
    row("number", 19, "19");
    row("null", QJsonValue(QJsonValue::Null), "null");
    row("undefined", QJsonValue(QJsonValue::Undefined), "null");
    row("false", false, "false");
    row("64 bits", QJsonValue(Q_INT64_C(9007199254740993)), "9007199254740993");
    row("line end", QStringLiteral("a\nb"), R"("a\nb")");
    row("text", QStringLiteral("\u00e4\U0001f600"), "\"\xc3\xa4\xf0\x9f\x98\x80\"");
}

void TestRpcMessage::response()
{
    QFETCH(QJsonValue, result);
    QFETCH(QByteArray, expected);
    QCOMPARE((RpcResponse{QStringLiteral("a"), result}.encode()), expected);
}

void TestRpcMessage::roundTrip()
{
    const RpcMessage messages[] = {
        RpcRequest{QJsonValue(QStringLiteral("x")), QStringLiteral("m"), QJsonArray{1}},
        RpcRequest{std::nullopt, QStringLiteral("m")},
        RpcResponse{7, QJsonValue(QJsonObject{{QStringLiteral("a"), 1}})},
        RpcRequest{RpcId(QJsonValue(1.0), "1.0"), QStringLiteral("m"), QJsonObject{}},
        RpcResponse{RpcId(QJsonValue(1e3), "1e3"), QJsonValue(1)},
        RpcResponse{QJsonValue(), RpcError{-32000, QStringLiteral("m"), QJsonArray{1, 2}}},
    };
    for (const RpcMessage &message : messages) {
        QByteArray text;
        if (const auto *request = std::get_if<RpcRequest>(&message))
            text = request->encode();
        else
            text = std::get<RpcResponse>(message).encode();
        const RpcPayload payload = parseRpc(text);
        QVERIFY2(payload.messages == QList<RpcMessage>{message}, text.constData());
    }
}

void TestRpcMessage::progress()
{
    QCOMPARE(encodeRpcProgress(RpcId(7), RpcId(QStringLiteral("t")), QJsonObject{{QStringLiteral("a"), 1}}),
             QByteArray(R"({"jsonrpc":"2.0","method":"$/progress",)"
                        R"("params":{"id":7,"token":"t","value":{"a":1}}})"));
    QCOMPARE(encodeRpcProgress(std::nullopt, RpcId(QJsonValue(1.0), "1.0"), QJsonValue(0.5)),
             QByteArray(R"({"jsonrpc":"2.0","method":"$/progress","params":{"token":1.0,"value":0.5}})"));
}

void TestRpcMessage::batch()
{
    const QByteArrayList messages{RpcRequest{std::nullopt, QStringLiteral("a")}.encode(),
                                  RpcResponse{1, QJsonValue(2)}.encode()};
    QCOMPARE(encodeRpcBatch(messages),
             QByteArray(R"([{"jsonrpc":"2.0","method":"a"},{"id":1,"jsonrpc":"2.0","result":2}])"));
}

QTEST_GUILESS_MAIN(TestRpcMessage)
#include "tst_rpcmessage.moc"
