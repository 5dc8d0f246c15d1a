// C++ functions as methods: their types are the method's.
#include <daemonrpc/jsonrpc/typedmethod.h>

#include <QTest>

using namespace DaemonRpc;

static MethodDescription description(const QStringList &names = {})
{
    MethodDescription method{QStringLiteral("m"), {}, {}, {}};
    for (const QString &name : names)
        method.parameters.append({name, RpcType::Any, true, {}});
    return method;
}

static qint64 freeFunction(qint64 a, const std::optional<qint64> &b) { return a * 10 + b.value_or(7); }

class TestTypedMethod : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesTheSignature();
    void freeFunctions();
    void arguments_data();
    void arguments();
    void refuses_data();
    void refuses();
    void returns();
    void returnsResults();
    void voidIsNull();

private:
    template <typename Callable>
    RpcOutcome call(const MethodDescription &method, Callable function, const QJsonValue &params = {})
    {
        MethodRegistry methods;
        addTyped(methods, method, std::move(function));
        RpcOutcome result = QJsonValue(QStringLiteral("none"));
        const QJsonValue present = params.isNull() ? QJsonValue(QJsonValue::Undefined) : params;
        methods.call(RpcRequest{RpcId(1), QStringLiteral("m"), present}, RpcPeer{},
                     [&result](const RpcOutcome &outcome) { result = outcome; });
        return result;
    }
};

void TestTypedMethod::describesTheSignature()
{
    MethodRegistry methods;
    addTyped(methods,
             description({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"),
                          QStringLiteral("e"), QStringLiteral("f"), QStringLiteral("g"), QStringLiteral("h"),
                          QStringLiteral("i")}),
             [](bool, int, qint64, double, const QString &, QJsonArray, const QJsonObject &,
                const QJsonValue &, std::optional<QStringList>) {});
    const QList<MethodParameter> parameters = methods.list().first().parameters;
    QList<RpcType> types;
    QList<bool> required;
    for (const MethodParameter &parameter : parameters) {
        types.append(parameter.type);
        required.append(parameter.isRequired);
    }
    QCOMPARE(types, (QList<RpcType>{RpcType::Boolean, RpcType::Integer, RpcType::Integer, RpcType::Number,
                                    RpcType::String, RpcType::Array, RpcType::Object, RpcType::Any,
                                    RpcType::Array}));
    QCOMPARE(required, (QList<bool>{true, true, true, true, true, true, true, true, false}));
    QCOMPARE(parameters[8].name, QStringLiteral("i"));
}

void TestTypedMethod::freeFunctions()
{
    const MethodDescription method = description({QStringLiteral("a"), QStringLiteral("b")});
    QVERIFY(call(method, freeFunction, QJsonArray{1, 2}) == RpcOutcome(QJsonValue(12)));
    QVERIFY(call(method, freeFunction, QJsonObject{{QStringLiteral("a"), 1}}) == RpcOutcome(QJsonValue(17)));
    QVERIFY(call(method, freeFunction, QJsonArray{1, QJsonValue()}) == RpcOutcome(QJsonValue(17)));
}

void TestTypedMethod::arguments_data()
{
    QTest::addColumn<QJsonArray>("params");
    QTest::newRow("small") << QJsonArray{
        true, 1, 2, 0.5, QStringLiteral("t"), QJsonArray{QStringLiteral("x")}};
    QTest::newRow("extremes") << QJsonArray{
        false,       std::numeric_limits<int>::min(), std::numeric_limits<qint64>::max(), 1e300, QString(),
        QJsonArray()};
}

void TestTypedMethod::arguments()
{
    QFETCH(QJsonArray, params);
    const MethodDescription method =
        description({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"),
                     QStringLiteral("e"), QStringLiteral("f")});
    const RpcOutcome outcome = call(
        method,
        [](bool a, int b, qint64 c, double d, const QString &e, const QStringList &f) {
            return QJsonArray{a, b, c, d, e, QJsonArray::fromStringList(f)};
        },
        params);
    QVERIFY(outcome == RpcOutcome(QJsonValue(params)));
}

void TestTypedMethod::refuses_data()
{
    QTest::addColumn<QJsonArray>("params");
    QTest::addColumn<QString>("message");
    QTest::newRow("missing") << QJsonArray{} << QStringLiteral("parameter \"n\" is missing");
    QTest::newRow("type") << QJsonArray{QStringLiteral("x")}
                          << QStringLiteral("parameter \"n\" must be an integer");
    QTest::newRow("beyond 32 bits") << QJsonArray{Q_INT64_C(2147483648)}
                                    << QStringLiteral("parameter \"n\" must be an integer of 32 bits");
    QTest::newRow("below 32 bits") << QJsonArray{Q_INT64_C(-2147483649)}
                                   << QStringLiteral("parameter \"n\" must be an integer of 32 bits");
    QTest::newRow("optional type") << QJsonArray{1, QStringLiteral("x")}
                                   << QStringLiteral("parameter \"b\" must be true or false");
    QTest::newRow("not all strings") << QJsonArray{1, true, QJsonArray{1}}
                                     << QStringLiteral("parameter \"s\" must be an array of strings");
}

void TestTypedMethod::refuses()
{
    QFETCH(QJsonArray, params);
    QFETCH(QString, message);
    bool ran = false;
    const RpcOutcome outcome = call(
        description({QStringLiteral("n"), QStringLiteral("b"), QStringLiteral("s")}),
        [&ran](int, std::optional<bool>, std::optional<QStringList>) { ran = true; }, params);
    const auto *error = std::get_if<RpcError>(&outcome);
    QVERIFY(error);
    QCOMPARE(error->code, RpcError::invalidParams);
    QCOMPARE(error->message, message);
    QVERIFY(!ran);
}

void TestTypedMethod::returns()
{
    const auto result = [this](auto function) { return std::get<QJsonValue>(call(description(), function)); };
    QCOMPARE(result([] { return true; }), QJsonValue(true));
    QCOMPARE(result([] { return 7; }), QJsonValue(7));
    QCOMPARE(result([] { return Q_INT64_C(9007199254740993); }).toInteger(), Q_INT64_C(9007199254740993));
    QCOMPARE(result([] { return 0.5; }), QJsonValue(0.5));
    QCOMPARE(result([] { return QStringLiteral("t"); }), QJsonValue(QStringLiteral("t")));
    QCOMPARE(result([] { return QStringList{QStringLiteral("t")}; }),
             QJsonValue(QJsonArray{QStringLiteral("t")}));
    QCOMPARE(result([] { return QJsonArray{1}; }), QJsonValue(QJsonArray{1}));
    QCOMPARE(result([] { return QJsonObject{}; }), QJsonValue(QJsonObject{}));
    QCOMPARE(result([] { return QJsonValue(1); }), QJsonValue(1));
    QCOMPARE(result([] { return std::optional<int>(3); }), QJsonValue(3));
    QCOMPARE(result([] { return std::optional<int>(); }), QJsonValue());
}

void TestTypedMethod::returnsResults()
{
    QVERIFY(call(description(), []() -> Result<int> { return 5; }) == RpcOutcome(QJsonValue(5)));
    QVERIFY(call(description(), []() -> Result<void> { return {}; }) == RpcOutcome(QJsonValue()));
    const Error error(ErrorCode::IoError, QStringLiteral("it broke"));
    QVERIFY(call(description(), [&error]() -> Result<int> { return unexpected(error); }) ==
            RpcOutcome(RpcError::fromError(error)));
    QVERIFY(call(description(), [&error]() -> Result<void> { return unexpected(error); }) ==
            RpcOutcome(RpcError::fromError(error)));
}

void TestTypedMethod::voidIsNull()
{
    int calls = 0;
    QVERIFY(call(description(), [&calls] { ++calls; }) == RpcOutcome(QJsonValue()));
    QCOMPARE(calls, 1);
}

QTEST_GUILESS_MAIN(TestTypedMethod)
#include "tst_typedmethod.moc"
