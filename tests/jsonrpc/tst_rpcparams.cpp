// Parameters by name and by position.
#include <daemonrpc/jsonrpc/rpcparams.h>

#include <QTest>

using namespace DaemonRpc;

static const QStringList names{QStringLiteral("id"), QStringLiteral("force"), QStringLiteral("reason")};

class TestRpcParams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothWays_data();
    void bothWays();
    void readsTypes();
    void messages_data();
    void messages();
    void fallbacks();
    void absent();
    void integers_data();
    void integers();
};

void TestRpcParams::bothWays_data()
{
    QTest::addColumn<QJsonValue>("params");
    QTest::newRow("by name") << QJsonValue(QJsonObject{
        {QStringLiteral("force"), true}, {QStringLiteral("id"), 7}, {QStringLiteral("not known"), 1}});
    QTest::newRow("by position") << QJsonValue(QJsonArray{7, true});
    QTest::newRow("too many positions") << QJsonValue(QJsonArray{7, true, QJsonValue(), 4, 5});
}

void TestRpcParams::bothWays()
{
    QFETCH(QJsonValue, params);
    const RpcParams read(params, names);
    QCOMPARE(read.raw(), params);
    QVERIFY(read.contains(u"id"));
    QVERIFY(!read.contains(u"reason"));
    const Result<qint64> id = read.integer(u"id");
    QVERIFY(id);
    QCOMPARE(*id, 7);
    const Result<bool> force = read.boolean(u"force");
    QVERIFY(force);
    QCOMPARE(*force, true);
    const Result<QString> reason = read.string(u"reason", QStringLiteral("none"));
    QVERIFY(reason);
    QCOMPARE(*reason, QStringLiteral("none"));
}

void TestRpcParams::readsTypes()
{
    const RpcParams params(QJsonObject{{QStringLiteral("number"), 1.5},
                                       {QStringLiteral("string"), QStringLiteral("s")},
                                       {QStringLiteral("array"), QJsonArray{1}},
                                       {QStringLiteral("object"), QJsonObject{{QStringLiteral("a"), 1}}}});
    QCOMPARE(params.number(u"number").value_or(0), 1.5);
    QCOMPARE(params.string(u"string").value_or(QString()), QStringLiteral("s"));
    QCOMPARE(params.array(u"array").value_or(QJsonArray()), QJsonArray{1});
    QCOMPARE(params.object(u"object").value_or(QJsonObject()), (QJsonObject{{QStringLiteral("a"), 1}}));
}

void TestRpcParams::messages_data()
{
    QTest::addColumn<QString>("reader");
    QTest::addColumn<QString>("expected");
    QTest::newRow("boolean") << "boolean"
                             << "parameter \"x\" must be true or false";
    QTest::newRow("integer") << "integer"
                             << "parameter \"x\" must be an integer";
    QTest::newRow("number") << "number"
                            << "parameter \"x\" must be a number";
    QTest::newRow("string") << "string"
                            << "parameter \"x\" must be a string";
    QTest::newRow("array") << "array"
                           << "parameter \"x\" must be an array";
    QTest::newRow("object") << "object"
                            << "parameter \"x\" must be an object";
}

void TestRpcParams::messages()
{
    QFETCH(QString, reader);
    QFETCH(QString, expected);
    // A value that the reader does not take; with a fallback the type matters all the same.
    const QJsonValue wrong = reader == u"string" ? QJsonValue(1) : QJsonValue(QStringLiteral("1"));
    const RpcParams params(QJsonObject{{QStringLiteral("x"), wrong}});
    QList<Error> errors;
    const auto collect = [&errors](const auto &result) {
        if (!result)
            errors.append(result.error());
    };
    const auto readBoth = [&](const RpcParams &from) {
        if (reader == u"boolean") {
            collect(from.boolean(u"x"));
            collect(from.boolean(u"x", true));
        } else if (reader == u"integer") {
            collect(from.integer(u"x"));
            collect(from.integer(u"x", 1));
        } else if (reader == u"number") {
            collect(from.number(u"x"));
            collect(from.number(u"x", 1));
        } else if (reader == u"string") {
            collect(from.string(u"x"));
            collect(from.string(u"x", QString()));
        } else if (reader == u"array") {
            collect(from.array(u"x"));
        } else {
            collect(from.object(u"x"));
        }
    };
    const bool hasFallback = reader != u"array" && reader != u"object";
    readBoth(params);
    QCOMPARE(errors, QList<Error>(hasFallback ? 2 : 1, Error(ErrorCode::InvalidArgument, expected)));

    errors.clear();
    readBoth(RpcParams());
    const Error missing(ErrorCode::InvalidArgument, QStringLiteral("parameter \"x\" is missing"));
    QCOMPARE(errors, QList<Error>{missing});
}

void TestRpcParams::fallbacks()
{
    const RpcParams params(QJsonArray{QJsonValue(), QJsonValue(), QStringLiteral("r")}, names);
    QCOMPARE(params.integer(u"id", 5).value_or(0), 5);
    QCOMPARE(params.boolean(u"force", true).value_or(false), true);
    QCOMPARE(params.string(u"reason", QString()).value_or(QString()), QStringLiteral("r"));
    QCOMPARE(params.number(u"other", 2.5).value_or(0), 2.5);
}

void TestRpcParams::absent()
{
    const RpcParams params;
    QVERIFY(params.raw().isUndefined());
    QVERIFY(params.value(u"id").isUndefined());
    QVERIFY(RpcParams(QJsonArray{1}).value(u"id").isUndefined());            // without names
    QVERIFY(RpcParams(QJsonArray{1}, names).value(u"reason").isUndefined()); // beyond the end
}

void TestRpcParams::integers_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("isInteger");
    QTest::newRow("0") << QJsonValue(0) << true;
    QTest::newRow("1") << QJsonValue(1) << true;
    QTest::newRow("beyond 53 bits") << QJsonValue(Q_INT64_C(9007199254740993)) << true;
    QTest::newRow("whole double") << QJsonValue(3.0) << true;
    QTest::newRow("fraction") << QJsonValue(1.5) << false;
    QTest::newRow("2^63") << QJsonValue(9223372036854775808.0) << false;
    QTest::newRow("1e300") << QJsonValue(1e300) << false;
    QTest::newRow("text") << QJsonValue(QStringLiteral("1")) << false;
    QTest::newRow("true") << QJsonValue(true) << false;
    QTest::newRow("null") << QJsonValue() << false;
}

void TestRpcParams::integers()
{
    QFETCH(QJsonValue, value);
    QFETCH(bool, isInteger);
    QCOMPARE(isJsonInteger(value), isInteger);
}

QTEST_GUILESS_MAIN(TestRpcParams)
#include "tst_rpcparams.moc"
