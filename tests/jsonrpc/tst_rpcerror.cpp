// Errors cross JSON-RPC unchanged.
#include <daemonrpc/jsonrpc/rpcerror.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace DaemonRpc;

static QJsonValue json(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().at(0);
}

class TestRpcError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeSurvives();
    void numbers_data();
    void numbers();
    void newerPeer();
    void foreignErrors_data();
    void foreignErrors();
    void dataIsOptional();
    void refusesWhatIsNoError_data();
    void refusesWhatIsNoError();
};

void TestRpcError::everyCodeSurvives()
{
    QSet<int> numbers;
    int number = 1;
    // A number that is no code is named after itself.
    for (; errorCodeName(static_cast<ErrorCode>(number)) != QStringLiteral("error_%1").arg(number);
         ++number) {
        const Error error(static_cast<ErrorCode>(number), QStringLiteral("it \"broke\" \u00e4"),
                          {QStringLiteral("inner step"), QStringLiteral("outer step")});
        const QByteArray text = QJsonDocument(RpcError::fromError(error).toJson()).toJson();
        const std::optional<RpcError> received = RpcError::fromJson(json(text));
        QVERIFY2(received, text.constData());
        QCOMPARE(received->toError(), error);
        numbers.insert(received->code);
    }
    QVERIFY(number > static_cast<int>(ErrorCode::UnknownRequest));
    QCOMPARE(numbers.size(), number - 1);
}

void TestRpcError::numbers_data()
{
    QTest::addColumn<int>("errorCode");
    QTest::addColumn<int>("code");
    QTest::newRow("internal") << static_cast<int>(ErrorCode::Internal) << -32603;
    QTest::newRow("invalid argument") << static_cast<int>(ErrorCode::InvalidArgument) << -32602;
    QTest::newRow("invalid address") << static_cast<int>(ErrorCode::InvalidAddress) << -32003;
    QTest::newRow("queue full") << static_cast<int>(ErrorCode::QueueFull) << -32021;
    QTest::newRow("unknown request") << static_cast<int>(ErrorCode::UnknownRequest) << -32030;
}

void TestRpcError::numbers()
{
    QFETCH(int, errorCode);
    QFETCH(int, code);
    QCOMPARE(RpcError::codeFor(static_cast<ErrorCode>(errorCode)), code);

    // The number alone is enough where a peer sends no data.
    const RpcError bare{code, QStringLiteral("x")};
    QCOMPARE(static_cast<int>(bare.toError().code()), errorCode);
}

void TestRpcError::newerPeer()
{
    const Error error(static_cast<ErrorCode>(77), QStringLiteral("something new"));
    QCOMPARE(RpcError::fromError(error).toError(), error);

    const RpcError named{-32077, QStringLiteral("something new"), json(R"({"code":"not_known_here"})")};
    QCOMPARE(static_cast<int>(named.toError().code()), 77);
}

void TestRpcError::foreignErrors_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("errorCode");
    QTest::addColumn<QStringList>("context");
    const auto row = [](const char *name, int code, ErrorCode errorCode, const QStringList &context) {
        QTest::newRow(name) << code << static_cast<int>(errorCode) << context;
    };
    row("parse error", -32700, ErrorCode::ProtocolViolation, {});
    row("invalid request", -32600, ErrorCode::ProtocolViolation, {});
    row("method not found", -32601, ErrorCode::Unsupported, {});
    row("application's", 42, ErrorCode::Internal, {QStringLiteral("receiving JSON-RPC error 42")});
    row("base itself", -32000, ErrorCode::Internal, {QStringLiteral("receiving JSON-RPC error -32000")});
    row("below the range", -32100, ErrorCode::Internal, {QStringLiteral("receiving JSON-RPC error -32100")});
}

void TestRpcError::foreignErrors()
{
    QFETCH(int, code);
    QFETCH(int, errorCode);
    QFETCH(QStringList, context);
    // Data of another shape than ours is no reason to fail.
    const RpcError error{code, QStringLiteral("m"), json(R"({"code":7,"context":"no list"})")};
    QCOMPARE(error.toError(), Error(static_cast<ErrorCode>(errorCode), QStringLiteral("m"), context));
}

void TestRpcError::dataIsOptional()
{
    const RpcError without{-1, QStringLiteral("m")};
    QVERIFY(!without.toJson().contains(QStringLiteral("data")));
    QCOMPARE(RpcError::fromJson(without.toJson()), std::optional(without));

    const RpcError withNull{-1, QStringLiteral("m"), QJsonValue(QJsonValue::Null)};
    QVERIFY(withNull.toJson().contains(QStringLiteral("data")));
    QCOMPARE(RpcError::fromJson(withNull.toJson()), std::optional(withNull));
    QVERIFY(without != withNull);
}

void TestRpcError::refusesWhatIsNoError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("string") << QByteArray("\"failed\"");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("no message") << QByteArray(R"({"code":1})");
    QTest::newRow("no code") << QByteArray(R"({"message":"m"})");
    QTest::newRow("code is text") << QByteArray(R"({"code":"1","message":"m"})");
    QTest::newRow("code has a fraction") << QByteArray(R"({"code":1.5,"message":"m"})");
    QTest::newRow("code above 32 bits") << QByteArray(R"({"code":2147483648,"message":"m"})");
    QTest::newRow("code below 32 bits") << QByteArray(R"({"code":-2147483649,"message":"m"})");
    QTest::newRow("code above 64 bits") << QByteArray(R"({"code":1e300,"message":"m"})");
    QTest::newRow("message is a number") << QByteArray(R"({"code":1,"message":2})");
}

void TestRpcError::refusesWhatIsNoError()
{
    QFETCH(QByteArray, text);
    QVERIFY(!RpcError::fromJson(json(text)));
}

QTEST_GUILESS_MAIN(TestRpcError)
#include "tst_rpcerror.moc"
