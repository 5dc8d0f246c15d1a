#include "tests/shared/localdaemon.h"
#include "tests/shared/signalerror.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/admin/adminservice.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;

namespace {

class TestControl : public DaemonControl
{
public:
    [[nodiscard]] DaemonSnapshot snapshot() const override
    {
        DaemonSnapshot snapshot;
        snapshot.daemonId = QStringLiteral("test");
        snapshot.state = calls.isEmpty() ? QStringLiteral("ready") : QStringLiteral("draining");
        return snapshot;
    }

    Result<void> drain() override
    {
        calls.append(QStringLiteral("drain"));
        return {};
    }

    Result<void> stop(bool now) override
    {
        calls.append(now ? QStringLiteral("stop now") : QStringLiteral("stop"));
        return {};
    }

    void restart(RestartCallback callback) override
    {
        calls.append(QStringLiteral("restart"));
        callback(RestartReport{7, 8, 9});
    }

    QStringList calls;
};

/// A server with its admin interface, on a socket of its own.
struct AdminDaemon
{
    AdminDaemon()
        : server(HandlerRegistry())
        , service(server, control)
    {
        server.setRpcEndpoint(&service);
        server.addListener(socket.takeListener());
    }

    LocalSocket socket;
    TestControl control;
    Server server;
    AdminService service;
};

/// What callbacks have said, in order.
struct Answers
{
    template <typename T>
    std::function<void(const Result<T> &)> collect()
    {
        return [this](const Result<T> &result) {
            errors.append(result ? std::optional<Error>() : std::optional<Error>(result.error()));
        };
    }

    [[nodiscard]] int failures(ErrorCode code) const
    {
        return static_cast<int>(std::count_if(errors.begin(), errors.end(), [code](const auto &error) {
            return error && error->code() == code;
        }));
    }

    QList<std::optional<Error>> errors;
};

} // namespace

class tst_AdminClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAndCommands();
    void callsOfAnyMethod();
    void unknownRequest();
    void notRunning();
    void daemonAtASocket();
    void pendingCallsAreAnsweredWhenTheDaemonDies();
    void callsAfterTheEnd();
    void callFromACallback();
    void hostileAnswers_data();
    void hostileAnswers();
    void answersToNobody();
    void hostileBytes_data();
    void hostileBytes();
    void callbacksAreDroppedWithTheClient();

private:
    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    /// A daemon that accepts, and answers each request with what @p answer makes of its id.
    static FakeDaemon::OnPeer answering(const std::function<QByteArray(qint64 id)> &answer)
    {
        return [answer](WirePeer &peer, int) {
            peer.send(FrameType::VersionCheck, VersionCheck().encode());
            connect(&peer, &WirePeer::frameCame, &peer, [&peer, answer] {
                if (peer.frames().constLast().type != FrameType::Rpc)
                    return;
                const QJsonObject request =
                    QJsonDocument::fromJson(peer.frames().constLast().payload).object();
                const QByteArray bytes = answer(request.value(u"id").toInteger());
                if (!bytes.isEmpty())
                    peer.send(FrameType::Rpc, bytes);
            });
        };
    }
};

void tst_AdminClient::asksAndCommands()
{
    AdminDaemon daemon;
    AdminClient admin(daemon.socket.options());
    QSignalSpy connected(&admin, &AdminClient::connected);
    int count = 0;
    admin.status([&count](const Result<DaemonSnapshot> &status) {
        QVERIFY(status);
        QCOMPARE(status->daemonId, QStringLiteral("test"));
        ++count;
    });
    admin.requests([&count](const Result<QList<RequestSnapshot>> &requests) {
        QVERIFY(requests);
        QVERIFY(requests->isEmpty());
        ++count;
    });
    admin.history([&count](const Result<QList<RequestSnapshot>> &requests) {
        QVERIFY(requests);
        ++count;
    });
    admin.connections([&count](const Result<QList<ConnectionSnapshot>> &connections) {
        QVERIFY(connections);
        QCOMPARE(connections->size(), 1);
        QCOMPARE(connections->constFirst().state, QStringLiteral("rpc"));
        ++count;
    });
    admin.commands(true, [&count](const Result<QList<CommandSnapshot>> &commands) {
        QVERIFY(commands);
        QVERIFY(commands->isEmpty());
        ++count;
    });
    admin.reload([&count](const Result<ReloadReport> &report) {
        QVERIFY(!report);
        QVERIFY(report.error().message().contains(u"no configuration"));
        ++count;
    });
    admin.drain([&count](const Result<DaemonSnapshot> &status) {
        QVERIFY(status);
        QCOMPARE(status->state, QStringLiteral("draining"));
        ++count;
    });
    admin.stop(false, [&count](const Result<DaemonSnapshot> &status) { count += status ? 1 : 0; });
    admin.stop(true, [&count](const Result<DaemonSnapshot> &status) { count += status ? 1 : 0; });
    admin.restart([&count](const Result<RestartReport> &report) {
        QVERIFY(report);
        QCOMPARE(*report, (RestartReport{7, 8, 9}));
        ++count;
    });
    QCOMPARE(count, 0);
    QTRY_COMPARE(count, 10);
    QCOMPARE(connected.size(), 1);
    QCOMPARE(daemon.control.calls.join(u','), QStringLiteral("drain,stop,stop now,restart"));
}

void tst_AdminClient::callsOfAnyMethod()
{
    AdminDaemon daemon;
    AdminClient admin(daemon.socket.options());
    QJsonValue pong;
    std::optional<Error> unknown;
    admin.call(QStringLiteral("ping"), {}, [&pong](const Result<QJsonValue> &value) { pong = *value; });
    admin.call(QStringLiteral("pong"), {}, [&unknown](const Result<QJsonValue> &value) {
        if (!value)
            unknown = value.error();
    });
    QTRY_VERIFY(unknown);
    QCOMPARE(pong, QJsonValue(QStringLiteral("pong")));
    QVERIFY2(unknown->message().contains(u"pong"), qPrintable(unknown->message()));
}

void tst_AdminClient::unknownRequest()
{
    AdminDaemon daemon;
    AdminClient admin(daemon.socket.options());
    Answers answers;
    admin.cancel(99, answers.collect<void>());
    QTRY_COMPARE(answers.errors.size(), 1);
    QCOMPARE(answers.failures(ErrorCode::UnknownRequest), 1);
}

void tst_AdminClient::notRunning()
{
    QTemporaryDir directory;
    ClientOptions options;
    options.runtimeDirectory = directory.path();
    options.maySpawn = false;
    AdminClient admin(options);
    QSignalSpy disconnected(&admin, &AdminClient::disconnected);
    Answers answers;
    admin.status(answers.collect<DaemonSnapshot>());
    admin.cancel(1, answers.collect<void>());
    QTRY_COMPARE(disconnected.size(), 1);
    QCOMPARE(errorIn(disconnected).code(), ErrorCode::NotRunning);
    QCOMPARE(answers.failures(ErrorCode::NotRunning), 2);
    QCOMPARE(answers.errors.size(), 2);
}

void tst_AdminClient::daemonAtASocket()
{
    AdminDaemon daemon;
    QTemporaryDir elsewhere;
    ClientOptions options;
    options.runtimeDirectory = elsewhere.path();
    AdminClient admin(options, daemon.socket.path());
    Answers answers;
    admin.status(answers.collect<DaemonSnapshot>());
    QTRY_COMPARE(answers.errors.size(), 1);
    QVERIFY(!answers.errors[0]);
}

void tst_AdminClient::pendingCallsAreAnsweredWhenTheDaemonDies()
{
    FakeDaemon daemon(answering([](qint64) { return QByteArray(); }));
    AdminClient admin(daemon.socket().options());
    QSignalSpy disconnected(&admin, &AdminClient::disconnected);
    Answers answers;
    admin.status(answers.collect<DaemonSnapshot>());
    admin.requests(answers.collect<QList<RequestSnapshot>>());
    admin.history(answers.collect<QList<RequestSnapshot>>());
    admin.connections(answers.collect<QList<ConnectionSnapshot>>());
    admin.cancel(1, answers.collect<void>());
    admin.drain(answers.collect<DaemonSnapshot>());
    admin.stop(true, answers.collect<DaemonSnapshot>());
    admin.call(QStringLiteral("x"), {}, answers.collect<QJsonValue>());
    QTRY_COMPARE(daemon.connectionCount(), 1);
    QTRY_COMPARE(daemon.peer(1).count(FrameType::Rpc), 8);
    QCOMPARE(answers.errors.size(), 0);
    daemon.peer(1).hangUp();
    QTRY_COMPARE(disconnected.size(), 1);
    QCOMPARE(answers.failures(ErrorCode::ConnectionLost), 8);
    settle();
    QCOMPARE(answers.errors.size(), 8);
    QCOMPARE(disconnected.size(), 1);
}

void tst_AdminClient::callsAfterTheEnd()
{
    FakeDaemon daemon(answering([](qint64) { return QByteArray(); }));
    AdminClient admin(daemon.socket().options());
    QSignalSpy connected(&admin, &AdminClient::connected);
    QSignalSpy disconnected(&admin, &AdminClient::disconnected);
    QTRY_COMPARE(connected.size(), 1);
    daemon.peer(1).hangUp();
    QTRY_COMPARE(disconnected.size(), 1);
    Answers answers;
    admin.status(answers.collect<DaemonSnapshot>());
    QTRY_COMPARE(answers.errors.size(), 1);
    QVERIFY(answers.errors[0]);
}

void tst_AdminClient::callFromACallback()
{
    FakeDaemon daemon(answering([](qint64) { return QByteArray(); }));
    AdminClient admin(daemon.socket().options());
    Answers answers;
    admin.call(QStringLiteral("first"), {}, [&](const Result<QJsonValue> &) {
        admin.call(QStringLiteral("second"), {}, answers.collect<QJsonValue>());
    });
    QTRY_COMPARE(daemon.connectionCount(), 1);
    QTRY_COMPARE(daemon.peer(1).count(FrameType::Rpc), 1);
    daemon.peer(1).hangUp();
    QTRY_COMPARE(answers.errors.size(), 1);
    QVERIFY(answers.errors[0]);
}

void tst_AdminClient::hostileAnswers_data()
{
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("number") << QByteArray("7");
    QTest::newRow("string") << QByteArray("\"x\"");
    QTest::newRow("array of numbers") << QByteArray("[7]");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("array of empty objects") << QByteArray("[{}]");
    QTest::newRow("object of wrong types") << QByteArray(R"({"daemon_id":7,"id":"x"})");
}

// A well-formed answer of the wrong shape is that call's error, and the connection goes on.
void tst_AdminClient::hostileAnswers()
{
    QFETCH(const QByteArray, result);
    FakeDaemon daemon(answering([result](qint64 id) {
        return R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id) + R"(,"result":)" + result + '}';
    }));
    AdminClient admin(daemon.socket().options());
    QSignalSpy disconnected(&admin, &AdminClient::disconnected);
    Answers answers;
    admin.status(answers.collect<DaemonSnapshot>());
    admin.requests(answers.collect<QList<RequestSnapshot>>());
    admin.history(answers.collect<QList<RequestSnapshot>>());
    admin.connections(answers.collect<QList<ConnectionSnapshot>>());
    admin.drain(answers.collect<DaemonSnapshot>());
    admin.stop(false, answers.collect<DaemonSnapshot>());
    QTRY_COMPARE(answers.errors.size(), 6);
    QCOMPARE(answers.failures(ErrorCode::ProtocolViolation), 6);
    QCOMPARE(disconnected.size(), 0);
}

void tst_AdminClient::answersToNobody()
{
    FakeDaemon daemon(answering([](qint64 id) {
        const QByteArray answer =
            R"({"jsonrpc":"2.0","id":)" + QByteArray::number(id) + R"(,"result":"pong"})";
        return '[' + answer + ',' + answer + R"(,{"jsonrpc":"2.0","id":777,"result":1},)" +
               R"({"jsonrpc":"2.0","method":"news"}])";
    }));
    AdminClient admin(daemon.socket().options());
    QSignalSpy disconnected(&admin, &AdminClient::disconnected);
    Answers answers;
    admin.call(QStringLiteral("ping"), {}, answers.collect<QJsonValue>());
    QTRY_COMPARE(answers.errors.size(), 1);
    settle();
    QCOMPARE(answers.errors.size(), 1); // once, however often the daemon answers
    QVERIFY(!answers.errors[0]);
    QCOMPARE(disconnected.size(), 0);
}

void tst_AdminClient::hostileBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << QByteArray("\xff\xfe");
    QTest::newRow("no message") << QByteArray("{\"hello\":1}");
    QTest::newRow("empty batch") << QByteArray("[]");
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("error without an id")
        << QByteArray(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}})");
}

void tst_AdminClient::hostileBytes()
{
    QFETCH(const QByteArray, bytes);
    FakeDaemon daemon(answering([bytes](qint64) { return bytes; }));
    AdminClient admin(daemon.socket().options());
    QSignalSpy disconnected(&admin, &AdminClient::disconnected);
    Answers answers;
    admin.status(answers.collect<DaemonSnapshot>());
    admin.requests(answers.collect<QList<RequestSnapshot>>());
    QTRY_COMPARE(disconnected.size(), 1);
    QCOMPARE(answers.errors.size(), 2);
    QVERIFY(answers.errors[0] && answers.errors[1]);
    admin.status(answers.collect<DaemonSnapshot>());
    QCOMPARE(answers.errors.size(), 3);
    settle();
    QCOMPARE(disconnected.size(), 1);
}

void tst_AdminClient::callbacksAreDroppedWithTheClient()
{
    FakeDaemon daemon(answering([](qint64) { return QByteArray(); }));
    Answers answers;
    {
        AdminClient admin(daemon.socket().options());
        admin.status(answers.collect<DaemonSnapshot>());
        QTRY_COMPARE(daemon.connectionCount(), 1);
        QTRY_COMPARE(daemon.peer(1).count(FrameType::Rpc), 1);
    }
    QTRY_VERIFY(daemon.peer(1).hasEnded());
    QCOMPARE(answers.errors.size(), 0);
}

QTEST_GUILESS_MAIN(tst_AdminClient)
#include "tst_adminclient.moc"
