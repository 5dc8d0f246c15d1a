// Whatever the bytes are, parseRpc() says what they mean.
#include <daemonrpc/jsonrpc/rpcparser.h>

#include <QTest>

#include <vector>

using namespace DaemonRpc;

static QByteArray request(const QByteArray &id, const QByteArray &params = "[]")
{
    return R"({"jsonrpc":"2.0","method":"m","params":)" + params + R"(,"id":)" + id + '}';
}

static QByteArray batchOf(int count, const QByteArray &message)
{
    return '[' + QByteArrayList(count, message).join(',') + ']';
}

// The code of a payload that is a single RpcInvalid with the id null, else 0.
static int refusal(const RpcPayload &payload)
{
    if (payload.isBatch || payload.messages.size() != 1)
        return 0;
    const auto *invalid = std::get_if<RpcInvalid>(&payload.messages.first());
    return invalid && invalid->id.isNull() && !invalid->error.message.isEmpty() ? invalid->error.code : 0;
}

class TestRpcParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ids_data();
    void ids();
    void idsInBatches();
    void invalidIds_data();
    void invalidIds();
    void refused_data();
    void refused();
    void idOfInvalidRequest();
    void depth_data();
    void depth();
    void hugeDepth();
    void batchSize_data();
    void batchSize();
    void bytes();
    void values();
    void byteOrderMark();
    void duplicateKeys();
    void unpairedSurrogates();
    void bracketsInStringsDoNotCount();
    void responses_data();
    void responses();
    void mixedBatch();
    void everyPrefixIsRefused();
};

void TestRpcParser::ids_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("returned");
    const auto same = [](const char *name, const QByteArray &id) { QTest::newRow(name) << id << id; };
    QTest::newRow("escaped letter") << QByteArray(R"("\u0061")") << QByteArray(R"("a")");
    QTest::newRow("escaped slash") << QByteArray(R"("a\/b")") << QByteArray(R"("a/b")");
    same("zero", "0");
    same("negative", "-1");
    same("beyond 53 bits", "9007199254740993");
    same("beyond 53 bits, negative", "-9007199254740993");
    same("largest", "9223372036854775807");
    same("smallest", "-9223372036854775808");
    same("fraction", "1.5");
    same("null", "null");
    same("text", R"("abc")");
    same("empty text", R"("")");
    same("digits as text", R"("1")");
    same("escapes", R"("a\"\\\n\u0000b")");
    same("unicode", "\"\xc3\xa4\xf0\x9f\x98\x80\"");
    same("unpaired surrogate", R"("\ud800")");
    same("unpaired surrogate in text", R"("a\udc00b")");
    same("whole with point", "1.0");
    same("exponent", "1e3");
    same("capital exponent", "-1.50E+003");
    same("more digits than a double has", "0.10000000000000000555111512312578270211815834045410156250");
    same("minus zero", "-0");
    same("tiny", "1e-300");
    same("beyond 64 bits", "9223372036854775808");
    same("beyond 64 bits, negative", "-9223372036854775809");
    same("unsigned 64 bits", "18446744073709551615");
    same("far beyond", "123456789012345678901234567890");
    same("as long as allowed", QByteArray(128, '9'));
}

void TestRpcParser::ids()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, returned);
    const RpcPayload payload = parseRpc(request(given));
    QVERIFY(!payload.isBatch);
    QCOMPARE(payload.messages.size(), 1);
    const auto *parsed = std::get_if<RpcRequest>(&payload.messages.first());
    QVERIFY(parsed);
    QVERIFY(parsed->id);
    QCOMPARE((RpcResponse{*parsed->id, QJsonValue(1)}.encode()),
             R"({"id":)" + returned + R"(,"jsonrpc":"2.0","result":1})");
    QVERIFY((RpcResponse{*parsed->id, RpcError{1, QStringLiteral("m")}})
                .encode()
                .contains(R"("id":)" + returned + ','));
    QCOMPARE(parsed->id->toText(), returned);
}

// Each message of a batch has its own, wherever else numbers and members of that name are.
void TestRpcParser::idsInBatches()
{
    const RpcPayload payload = parseRpc(R"([{"jsonrpc":"2.0","method":"m","id":1.0,"params":{"id":2.0}},
        5.0, {"jsonrpc":"2.0","method":"m","\u0069d":18446744073709551615},
        {"jsonrpc":"2.0","method":"m","params":[{"id":3.0}],"id":"a"},
        {"jsonrpc":"2.0","method":"m","id":4.0,"id":"b"},
        {"jsonrpc":"2.0","method":"m","id":"c","i\u0064":5e0},
        {"jsonrpc":"2.0","method":"m","id2":6.0},
        {"jsonrpc":"2.0","method":"m","id":7.0,"id":[]}])");
    QByteArrayList ids;
    for (const RpcMessage &message : payload.messages) {
        const auto *parsed = std::get_if<RpcRequest>(&message);
        ids.append(!parsed ? "invalid" : !parsed->id ? "none" : parsed->id->toText());
    }
    QCOMPARE(ids, (QByteArrayList{"1.0", "invalid", "18446744073709551615", R"("a")", R"("b")", "5e0", "none",
                                  "invalid"}));
}

void TestRpcParser::invalidIds_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("true") << QByteArray("true");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("endless number") << "0." + QByteArray(1'000'000, '1');
}

void TestRpcParser::invalidIds()
{
    QFETCH(QByteArray, id);
    QCOMPARE(refusal(parseRpc(request(id))), -32600);
}

void TestRpcParser::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &text, int code) {
        QTest::newRow(name) << text << code;
    };
    row("nothing", "", -32700);
    row("blanks", " \r\n\t", -32700);
    row("nul", QByteArray(1, '\0'), -32700);
    row("nul behind", request("1") + '\0', -32700);
    row("two values", request("1") + request("2"), -32700);
    row("values with a comma", "1,2", -32700);
    row("closing only", "]", -32700);
    row("open string", R"({"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz])", -32700);
    row("open escape", R"({"a":"\)", -32700);
    row("trailing comma", R"({"jsonrpc":"2.0","method":"m",})", -32700);
    row("invalid byte", "{\"jsonrpc\":\"2.0\",\"method\":\"\xff\"}", -32700);
    row("overlong", "{\"jsonrpc\":\"2.0\",\"method\":\"\xc0\x80\"}", -32700);
    row("encoded surrogate", "{\"jsonrpc\":\"2.0\",\"method\":\"\xed\xa0\x80\"}", -32700);
    row("cut character", "{\"jsonrpc\":\"2.0\",\"method\":\"\xc3\"}", -32700);
    row("beyond unicode", "{\"jsonrpc\":\"2.0\",\"method\":\"\xf4\x90\x80\x80\"}", -32700);
    row("beyond a double", request("1", "[1e400]"), -32700);
    row("below a double", request("1", "[1e-400]"), -32700);
    row("utf-16", QByteArray("\xff\xfe{\0}\0", 6), -32700);

    row("empty object", "{}", -32600);
    row("empty batch", "[]", -32600);
    row("bare number", "1", -32600);
    row("bare string", R"("m")", -32600);
    row("bare null", " null ", -32600);
    row("no version", R"({"method":"m"})", -32600);
    row("old version", R"({"jsonrpc":"1.0","method":"m"})", -32600);
    row("version is a number", R"({"jsonrpc":2.0,"method":"m"})", -32600);
    row("no method", R"({"jsonrpc":"2.0"})", -32600);
    row("method is a number", R"({"jsonrpc":"2.0","method":1,"params":"bar"})", -32600);
    row("method is null", R"({"jsonrpc":"2.0","method":null})", -32600);
    row("params is text", R"({"jsonrpc":"2.0","method":"m","params":"bar"})", -32600);
    row("params is null", R"({"jsonrpc":"2.0","method":"m","params":null})", -32600);
}

void TestRpcParser::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QCOMPARE(refusal(parseRpc(text)), code);
}

void TestRpcParser::idOfInvalidRequest()
{
    const RpcPayload payload = parseRpc(R"({"jsonrpc":"2.0","method":1,"id":"a"})");
    const auto *invalid = std::get_if<RpcInvalid>(&payload.messages.first());
    QVERIFY(invalid);
    QCOMPARE(invalid->id, QJsonValue(QStringLiteral("a")));
    QCOMPARE(invalid->error.code, -32600);
}

void TestRpcParser::depth_data()
{
    QTest::addColumn<QByteArray>("open");
    QTest::addColumn<QByteArray>("close");
    QTest::newRow("arrays") << QByteArray("[") << QByteArray("]");
    QTest::newRow("objects") << QByteArray(R"({"a":)") << QByteArray("}");
}

void TestRpcParser::depth()
{
    QFETCH(QByteArray, open);
    QFETCH(QByteArray, close);
    const auto nested = [&](int levels) { return open.repeated(levels) + '1' + close.repeated(levels); };

    const RpcPayload deep = parseRpc(request("1", nested(63))); // and the message itself
    QVERIFY(std::holds_alternative<RpcRequest>(deep.messages.first()));
    QCOMPARE(refusal(parseRpc(request("1", nested(64)))), -32700);

    RpcLimits limits;
    limits.maxDepth = 2;
    QVERIFY(std::holds_alternative<RpcRequest>(parseRpc(request("1", nested(1)), limits).messages.first()));
    QCOMPARE(refusal(parseRpc(request("1", nested(2)), limits)), -32700);
}

void TestRpcParser::hugeDepth()
{
    QCOMPARE(refusal(parseRpc(QByteArray(10'000'000, '['))), -32700);
    QCOMPARE(refusal(parseRpc(QByteArray(R"({"a":)").repeated(1'000'000))), -32700);
    QCOMPARE(refusal(parseRpc(QByteArray(1'000'000, ']'))), -32700);
}

void TestRpcParser::batchSize_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("0") << 0 << false;
    QTest::newRow("1") << 1 << true;
    QTest::newRow("3") << 3 << true;
    QTest::newRow("10000") << 10'000 << true;
    QTest::newRow("10001") << 10'001 << false;
    QTest::newRow("100000") << 100'000 << false;
}

void TestRpcParser::batchSize()
{
    QFETCH(int, count);
    QFETCH(bool, isAccepted);
    const QByteArray messages[] = {request("1", R"({"a":[1,2,{"b":","}]})"), "1"};
    for (const QByteArray &message : messages) {
        const RpcPayload payload = parseRpc(batchOf(count, message));
        QCOMPARE(payload.isBatch, isAccepted);
        if (isAccepted)
            QCOMPARE(payload.messages.size(), count);
        else
            QCOMPARE(refusal(payload), -32600);
    }
}

void TestRpcParser::bytes()
{
    RpcLimits limits;
    const QByteArray text = request("1");
    limits.maxBytes = text.size();
    QVERIFY(std::holds_alternative<RpcRequest>(parseRpc(text, limits).messages.first()));
    limits.maxBytes = text.size() - 1;
    QCOMPARE(refusal(parseRpc(text, limits)), -32700);
}

void TestRpcParser::values()
{
    RpcLimits limits;
    limits.maxValues = 100;
    const auto list = [](int count) { return batchOf(count, "1"); };
    QVERIFY(std::holds_alternative<RpcRequest>(parseRpc(request("1", list(90)), limits).messages.first()));
    QCOMPARE(refusal(parseRpc(request("1", list(100)), limits)), -32700);
    QCOMPARE(refusal(parseRpc(request("1", batchOf(100, "[]")), limits)), -32700);
    QCOMPARE(refusal(parseRpc(request("1", batchOf(1'000'000, "{}")))), -32700);
}

void TestRpcParser::byteOrderMark()
{
    const QByteArray mark("\xef\xbb\xbf");
    QVERIFY(std::holds_alternative<RpcRequest>(parseRpc(mark + request("1")).messages.first()));
    QVERIFY(parseRpc(mark + batchOf(2, request("1"))).isBatch);
    QCOMPARE(refusal(parseRpc(mark)), -32700);
}

void TestRpcParser::duplicateKeys()
{
    const RpcPayload payload = parseRpc(
        R"({"jsonrpc":"1.0","jsonrpc":"2.0","id":1,"method":"a","method":"b","id":2,"params":{"x":1,"x":2}})");
    const auto *parsed = std::get_if<RpcRequest>(&payload.messages.first());
    QVERIFY(parsed);
    QCOMPARE(*parsed,
             (RpcRequest{QJsonValue(2), QStringLiteral("b"), QJsonObject{{QStringLiteral("x"), 2}}}));
}

void TestRpcParser::unpairedSurrogates()
{
    const RpcPayload payload =
        parseRpc(R"({"jsonrpc":"2.0","method":"\ud800","params":{"\udc00":"\ud83d"}})");
    const auto *parsed = std::get_if<RpcRequest>(&payload.messages.first());
    QVERIFY(parsed);
    QCOMPARE(parsed->method, QString(QChar(0xd800)));
    QCOMPARE(parsed->encode(),
             QByteArray(R"({"jsonrpc":"2.0","method":"\ud800","params":{"\udc00":"\ud83d"}})"));
}

void TestRpcParser::bracketsInStringsDoNotCount()
{
    const QByteArray text = '"' + QByteArray(R"([{,\"\\)").repeated(2000) + '"';
    const RpcPayload payload = parseRpc(request(text));
    const auto *parsed = std::get_if<RpcRequest>(&payload.messages.first());
    QVERIFY(parsed);
    QCOMPARE(parsed->id->value().toString(), QStringLiteral("[{,\"\\").repeated(2000));
}

void TestRpcParser::responses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isResponse");
    const auto row = [](const char *name, const char *members, bool isResponse) {
        QTest::newRow(name) << QByteArray(R"({"jsonrpc":"2.0",)") + members + '}' << isResponse;
    };
    row("result", R"("id":1,"result":2)", true);
    row("null result", R"("id":1,"result":null)", true);
    row("error", R"("id":null,"error":{"code":-32700,"message":"Parse error"})", true);
    row("both", R"("id":1,"result":2,"error":{"code":1,"message":"m"})", false);
    row("both, the error null", R"("id":1,"result":2,"error":null)", false);
    row("no id", R"("result":2)", false);
    row("error without code", R"("id":1,"error":{"message":"m"})", false);
    row("error is text", R"("id":1,"error":"m")", false);
}

void TestRpcParser::responses()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isResponse);
    const RpcPayload payload = parseRpc(text);
    QCOMPARE(payload.messages.size(), 1);
    QCOMPARE(std::holds_alternative<RpcResponse>(payload.messages.first()), isResponse);
    QCOMPARE(std::holds_alternative<RpcInvalid>(payload.messages.first()), !isResponse);
}

void TestRpcParser::mixedBatch()
{
    const RpcPayload payload =
        parseRpc('[' + request("1") + R"(,{"jsonrpc":"2.0","id":1,"result":2},[],"x"])");
    QVERIFY(payload.isBatch);
    QCOMPARE(payload.messages.size(), 4);
    QVERIFY(std::holds_alternative<RpcRequest>(payload.messages[0]));
    QVERIFY(std::holds_alternative<RpcResponse>(payload.messages[1]));
    QVERIFY(std::holds_alternative<RpcInvalid>(payload.messages[2]));
    QVERIFY(std::holds_alternative<RpcInvalid>(payload.messages[3]));
}

void TestRpcParser::everyPrefixIsRefused()
{
    const QByteArray text = request(R"("\u00e4\ud83d\ude00")", R"({"a":[1.5e-3,true,null,")"
                                                               "\xc3\xa4"
                                                               R"("]})");
    QVERIFY(std::holds_alternative<RpcRequest>(parseRpc(text).messages.first()));
    for (qsizetype size = 0; size < text.size(); ++size) {
        // A copy of exactly this size, so that a sanitizer sees a read past the end.
        const std::vector<char> prefix(text.begin(), text.begin() + size);
        QCOMPARE(refusal(parseRpc(QByteArrayView(prefix.data(), size))), -32700);
    }
}

QTEST_GUILESS_MAIN(TestRpcParser)
#include "tst_rpcparser.moc"
