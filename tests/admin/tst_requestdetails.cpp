#include "snapshottesting.h"
#include "taileddaemon.h"
#include "tests/shared/localdaemon.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/admin/requestdetails.h>

#include <optional>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_RequestDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void isASnapshot();
    void olderDaemon();
    void broken_data();
    void broken();
    void tellsTheEnvironment();
    void finishedRequest();
    void onlyWhenAskedFor();
    void needsTheRole();
    void refuses_data();
    void refuses();
    void askedByAClient();

private:
    static RequestDetails sample()
    {
        RequestDetails details;
        details.snapshot.id = 3;
        details.snapshot.arguments = {QStringLiteral("make"), QStringLiteral("all")};
        details.environment.emplace();
        details.environment->removed = {QStringLiteral("HOME")};
        return details;
    }

    static QJsonObject asked(qint64 id)
    {
        return {{QStringLiteral("id"), id}, {QStringLiteral("details"), true}};
    }

    /// This process's environment, with two variables more.
    static Command command()
    {
        Command command = Command::withCallersContext({"write", QByteArray(5000, 'x')});
        command.environment.append("TST_DETAILS=one two");
        command.environment.append("TST_DETAILS_TOKEN=hunter2");
        return command;
    }
};

void tst_RequestDetails::roundTrip()
{
    RequestDetails none = sample();
    none.environment.reset();
    verifyRoundTrip<RequestDetails>({sample(), none});
}

void tst_RequestDetails::isASnapshot()
{
    const Result<RequestSnapshot> snapshot = RequestSnapshot::fromJson(sample().toJson());
    QVERIFY(snapshot);
    QCOMPARE(*snapshot, sample().snapshot);
}

void tst_RequestDetails::olderDaemon()
{
    const Result<RequestDetails> details = RequestDetails::fromJson(sample().snapshot.toJson());
    QVERIFY(details);
    QVERIFY(!details->environment);
}

void tst_RequestDetails::broken_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("environment") << QStringLiteral("environment") << QJsonValue(QJsonArray());
    QTest::newRow("snapshot") << QStringLiteral("state") << QJsonValue(7);
}

void tst_RequestDetails::broken()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, value);
    verifyComplaint(RequestDetails::fromJson(withField(sample().toJson(), name, value)), name);
}

void tst_RequestDetails::tellsTheEnvironment()
{
    TailedDaemon daemon;
    const auto client = daemon.start(command());
    Onlooker onlooker(daemon, 7);
    const Result<RequestDetails> details = RequestDetails::fromJson(
        onlooker.call(QStringLiteral("daemon.request"), asked(daemon.id())).value(u"result").toObject());
    QVERIFY(details);
    QCOMPARE(details->snapshot.id, daemon.id());
    QCOMPARE(details->snapshot.arguments[1].size(), 5000); // in full
    QVERIFY(details->environment);
    QCOMPARE(details->environment->added.size(), 2);
    QCOMPARE(details->environment->added[0].name, QStringLiteral("TST_DETAILS"));
    QCOMPARE(details->environment->added[0].value, QStringLiteral("one two"));
    QCOMPARE(details->environment->added[1].value, EnvironmentDiff::mark.toString());
    QVERIFY(details->environment->changed.isEmpty());
    QVERIFY(details->environment->removed.isEmpty());
}

void tst_RequestDetails::finishedRequest()
{
    TailedDaemon daemon;
    const auto client = daemon.start(command());
    const qint64 id = daemon.id();
    daemon.context().finish(0);
    QTRY_COMPARE(daemon.server.requests().runningCount(), 0);
    Onlooker onlooker(daemon, 7);
    const QJsonObject answer =
        onlooker.call(QStringLiteral("daemon.request"), asked(id)).value(u"result").toObject();
    QVERIFY(answer.value(u"environment").isNull());
    const Result<RequestDetails> details = RequestDetails::fromJson(answer);
    QVERIFY(details);
    QVERIFY(details->snapshot.isFinished());
    QVERIFY(!details->environment);
}

void tst_RequestDetails::onlyWhenAskedFor()
{
    TailedDaemon daemon;
    const auto client = daemon.start(command());
    Onlooker onlooker(daemon, 7);
    for (const QJsonValue &wanted : {QJsonValue(false), QJsonValue(QJsonValue::Null)}) {
        QJsonObject params = asked(daemon.id());
        params.insert(QStringLiteral("details"), wanted);
        const QJsonObject answer =
            onlooker.call(QStringLiteral("daemon.request"), params).value(u"result").toObject();
        QCOMPARE(answer.value(u"id").toInteger(), daemon.id());
        QVERIFY(!answer.contains(u"environment"));
    }
}

void tst_RequestDetails::needsTheRole()
{
    TailedDaemon daemon;
    const auto client = daemon.start(command());
    Onlooker onlooker(daemon, 7, Role::ReadOnly);
    QCOMPARE(onlooker.refusal(QStringLiteral("daemon.request"), asked(daemon.id())),
             QStringLiteral("permission_denied"));
    // Nor is one told which requests there are.
    QCOMPARE(onlooker.refusal(QStringLiteral("daemon.request"), asked(4711)),
             QStringLiteral("permission_denied"));
    QVERIFY(onlooker.call(QStringLiteral("daemon.request"), QJsonArray{daemon.id()}).contains(u"result"));
}

void tst_RequestDetails::refuses_data()
{
    QTest::addColumn<QJsonValue>("id");
    QTest::addColumn<QJsonValue>("details");
    QTest::addColumn<QString>("code");
    const QString invalid = QStringLiteral("invalid_argument");
    const QString unknown = QStringLiteral("unknown_request");
    QTest::newRow("details as string") << QJsonValue(1) << QJsonValue(QStringLiteral("true")) << invalid;
    QTest::newRow("details as number") << QJsonValue(1) << QJsonValue(1) << invalid;
    QTest::newRow("id as string") << QJsonValue(QStringLiteral("1")) << QJsonValue(true) << invalid;
    QTest::newRow("unknown") << QJsonValue(2) << QJsonValue(true) << unknown;
    QTest::newRow("negative") << QJsonValue(-1) << QJsonValue(true) << unknown;
}

void tst_RequestDetails::refuses()
{
    QFETCH(const QJsonValue, id);
    QFETCH(const QJsonValue, details);
    QFETCH(const QString, code);
    TailedDaemon daemon;
    const auto client = daemon.start();
    Onlooker onlooker(daemon, 7);
    const QJsonObject params{{QStringLiteral("id"), id}, {QStringLiteral("details"), details}};
    QCOMPARE(onlooker.refusal(QStringLiteral("daemon.request"), params), code);
}

void tst_RequestDetails::askedByAClient()
{
    TailedDaemon daemon;
    LocalSocket socket;
    daemon.server.addListener(socket.takeListener());
    const auto client = daemon.start(command());
    AdminClient admin(socket.options());
    std::optional<Result<RequestDetails>> answer;
    admin.requestDetails(daemon.id(), [&answer](const Result<RequestDetails> &details) { answer = details; });
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QCOMPARE((*answer)->environment->added.size(), 2);
    answer.reset();
    admin.requestDetails(4711, [&answer](const Result<RequestDetails> &details) { answer = details; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code(), ErrorCode::UnknownRequest);
}

QTEST_GUILESS_MAIN(tst_RequestDetails)
#include "tst_requestdetails.moc"
