#include <daemonrpc/service/command/workmessages_p.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace DaemonRpc;

class tst_WorkMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests();
    void requestsAreUtf8();
    void responses_data();
    void responses();
};

void tst_WorkMessages::requests()
{
    const Result<QByteArray> line = WorkRequest{{"-a", "", "two\nlines", "\xc3\xa9"}}.encode();
    QVERIFY(line);
    QVERIFY(line->endsWith('\n'));
    QCOMPARE(line->count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(*line).object();
    QCOMPARE(object.value(u"arguments").toArray(),
             QJsonArray({QStringLiteral("-a"), QString(QStringLiteral("")), QStringLiteral("two\nlines"),
                         QString::fromUtf8("\xc3\xa9")}));
    QVERIFY(object.value(u"inputs").toArray().isEmpty());
    QCOMPARE(object.value(u"requestId").toInt(-1), 0);
    QVERIFY(!object.contains(u"cancel"));
    QVERIFY(QJsonDocument::fromJson(*WorkRequest{{}, true}.encode()).object().value(u"cancel").toBool());
}

void tst_WorkMessages::requestsAreUtf8()
{
    const Result<QByteArray> line = WorkRequest{{"a", "\xff"}}.encode();
    QVERIFY(!line);
    QCOMPARE(line.error().code(), ErrorCode::InvalidArgument);
}

void tst_WorkMessages::responses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isValid");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<bool>("wasCancelled");
    const QByteArray no;
    QTest::newRow("all fields") << QByteArray(
                                       R"({"exitCode":3,"output":"a\nb","requestId":0,"wasCancelled":true})")
                                << true << 3 << QByteArray("a\nb") << true;
    QTest::newRow("defaults") << QByteArray("{}") << true << 0 << no << false;
    QTest::newRow("unknown fields") << QByteArray(R"({"exitCode":1,"more":[1]})") << true << 1 << no << false;
    QTest::newRow("carriage return") << QByteArray("{\"exitCode\":2}\r") << true << 2 << no << false;
    QTest::newRow("nothing") << no << false << 0 << no << false;
    QTest::newRow("text") << QByteArray("Exception in thread main") << false << 0 << no << false;
    QTest::newRow("array") << QByteArray("[]") << false << 0 << no << false;
    QTest::newRow("exit code as text") << QByteArray(R"({"exitCode":"0"})") << false << 0 << no << false;
    QTest::newRow("exit code with a fraction")
        << QByteArray(R"({"exitCode":0.5})") << false << 0 << no << false;
    QTest::newRow("exit code of nine bits")
        << QByteArray(R"({"exitCode":256})") << true << 255 << no << false;
    QTest::newRow("exit code of 33 bits")
        << QByteArray(R"({"exitCode":4294967296})") << true << 255 << no << false;
    QTest::newRow("negative exit code") << QByteArray(R"({"exitCode":-1})") << true << 255 << no << false;
    QTest::newRow("the request") << QByteArray(R"({"arguments":["x"],"inputs":[],"requestId":0})") << false
                                 << 0 << no << false;
    QTest::newRow("output as number") << QByteArray(R"({"output":1})") << false << 0 << no << false;
    QTest::newRow("another request") << QByteArray(R"({"requestId":4})") << false << 0 << no << false;
    QTest::newRow("request as text") << QByteArray(R"({"requestId":"x"})") << false << 0 << no << false;
    QTest::newRow("cancelled as number") << QByteArray(R"({"wasCancelled":1})") << false << 0 << no << false;
    QTest::newRow("deep") << QByteArray(100'000, '[') << false << 0 << no << false;
}

void tst_WorkMessages::responses()
{
    QFETCH(const QByteArray, line);
    QFETCH(const bool, isValid);
    const Result<WorkResponse> response = WorkResponse::decode(line);
    QCOMPARE(response.has_value(), isValid);
    if (!isValid) {
        QCOMPARE(response.error().code(), ErrorCode::ProtocolViolation);
        QVERIFY(response.error().message().size() < 400);
        return;
    }
    QTEST(response->exitCode, "exitCode");
    QTEST(response->output, "output");
    QTEST(response->wasCancelled, "wasCancelled");
}

QTEST_GUILESS_MAIN(tst_WorkMessages)

#include "tst_workmessages.moc"
