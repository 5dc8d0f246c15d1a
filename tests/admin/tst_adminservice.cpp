#include "tests/shared/functionlink.h"
#include "tests/shared/wirepeer.h"

#include <daemonrpc/admin/adminservice.h>
#include <daemonrpc/admin/commandsnapshot.h>
#include <daemonrpc/admin/connectionsnapshot.h>
#include <daemonrpc/admin/requestsnapshot.h>
#include <daemonrpc/wire/command.h>

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
        snapshot.state = state;
        snapshot.version = QStringLiteral("1.2.3");
        snapshot.buildTimestampMs = 1234;
        snapshot.buildId = QStringLiteral("build");
        return snapshot;
    }

    Result<void> drain() override
    {
        calls.append(QStringLiteral("drain"));
        return answer();
    }

    Result<void> stop(bool now) override
    {
        calls.append(now ? QStringLiteral("stop now") : QStringLiteral("stop"));
        return answer();
    }

    Result<ReloadReport> reload() override
    {
        calls.append(QStringLiteral("reload"));
        return ReloadReport{{QStringLiteral("performance.grace_ms")}, {QStringLiteral("workers.count")}};
    }

    [[nodiscard]] Result<QJsonObject> configuration() const override
    {
        return config.isEmpty() ? DaemonControl::configuration() : Result<QJsonObject>(config);
    }

    void restart(RestartCallback callback) override
    {
        calls.append(QStringLiteral("restart"));
        restarts.append(std::move(callback));
    }

    Result<void> answer()
    {
        if (refuses)
            return unexpected(ErrorCode::IoError, QStringLiteral("cannot move the socket"));
        state = QStringLiteral("draining");
        return {};
    }

    QString state = QStringLiteral("ready");
    QJsonObject config;
    QStringList calls;
    QList<RestartCallback> restarts;
    bool refuses = false;
};

class HiddenHandler : public CommandHandler
{
public:
    [[nodiscard]] bool isHidden() const override { return true; }

    std::unique_ptr<Execution> start(RequestContext &context) override
    {
        context.finish(0);
        return nullptr;
    }
};

} // namespace

class tst_AdminService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ping();
    void version();
    void listsItsMethods();
    void status();
    void echo();
    void configuration();
    void oneRequest();
    void roles();
    void requestsAndHistory();
    void connections();
    void cancel();
    void cancelWithBadParameters_data();
    void cancelWithBadParameters();
    void drain();
    void stop_data();
    void stop();
    void reload();
    void commands();
    void controlRefuses();
    void restart();
    void restartFails();
    void unknownMethod();
    void hostileMessages_data();
    void hostileMessages();
    void methodsOfTheEmbedder();
    void lateAnswersAreDropped();
    void conversationsAreApart();

private:
    QJsonObject call(const QString &method, const QJsonValue &params = QJsonValue::Undefined);

    [[nodiscard]] QJsonValue result(const QString &method, const QJsonValue &params = QJsonValue::Undefined)
    {
        return call(method, params).value(u"result");
    }

    std::unique_ptr<WirePeer> runWait();

    std::unique_ptr<Server> m_server;
    std::unique_ptr<TestControl> m_control;
    std::unique_ptr<AdminService> m_service;
    std::unique_ptr<FunctionLink> m_link;
    std::unique_ptr<RpcConversation> m_conversation;
    QByteArrayList m_answers;
};

void tst_AdminService::init()
{
    HandlerRegistry handlers;
    handlers.add("wait", std::make_unique<FunctionHandler>([](RequestContext &context) {
                     QObject::connect(
                         &context, &RequestContext::cancellationRequested, &context,
                         [&context](CancellationReason, int signal) { context.finishSignaled(signal); });
                     return std::make_unique<Execution>();
                 }));
    handlers.add("secret", std::make_unique<HiddenHandler>());
    m_server = std::make_unique<Server>(std::move(handlers));
    m_control = std::make_unique<TestControl>();
    m_service = std::make_unique<AdminService>(*m_server, *m_control);
    m_server->setRpcEndpoint(m_service.get());
    m_answers.clear();
    m_link = std::make_unique<FunctionLink>(
        1, PeerIdentity{PeerCredentials{22, 33, 44}, {}, {}, Role::Control},
        [this](QByteArrayView message) { m_answers.append(message.toByteArray()); });
    m_conversation = m_service->open(*m_link);
}

void tst_AdminService::cleanup()
{
    m_conversation.reset();
    m_server.reset();
    m_service.reset();
}

QJsonObject tst_AdminService::call(const QString &method, const QJsonValue &params)
{
    QJsonObject request{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
                        {QStringLiteral("id"), 7},
                        {QStringLiteral("method"), method}};
    if (!params.isUndefined())
        request.insert(QStringLiteral("params"), params);
    m_answers.clear();
    m_conversation->receive(QJsonDocument(request).toJson());
    if (m_answers.size() != 1)
        return {};
    return QJsonDocument::fromJson(m_answers.constFirst()).object();
}

std::unique_ptr<WirePeer> tst_AdminService::runWait()
{
    auto [near, far] = MemoryStream::makePair();
    m_server->serve(std::move(near));
    auto peer = std::make_unique<WirePeer>(std::move(far));
    peer->send(FrameType::VersionCheck, VersionCheck().encode());
    peer->send(FrameType::Command, Command({"wait", "for", "me"}).encode());
    const qsizetype before = m_server->requests().runningCount();
    while (m_server->requests().runningCount() == before)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return peer;
}

void tst_AdminService::ping()
{
    QCOMPARE(result(QStringLiteral("ping")), QJsonValue(QStringLiteral("pong")));
}

void tst_AdminService::version()
{
    const QJsonObject expected{{QStringLiteral("version"), QStringLiteral("1.2.3")},
                               {QStringLiteral("build_timestamp_ms"), 1234},
                               {QStringLiteral("build_id"), QStringLiteral("build")}};
    QCOMPARE(result(QStringLiteral("version")).toObject(), expected);
}

void tst_AdminService::listsItsMethods()
{
    const QJsonArray methods = result(QStringLiteral("list_methods")).toArray();
    QStringList names;
    for (const QJsonValue value : methods) {
        const QJsonObject method = value.toObject();
        names.append(method.value(u"name").toString());
        QVERIFY2(!method.value(u"summary").toString().isEmpty(), qPrintable(names.constLast()));
        QVERIFY2(!method.value(u"result").toString().isEmpty(), qPrintable(names.constLast()));
        QVERIFY(method.value(u"parameters").isArray());
        QVERIFY(roleFromName(method.value(u"role").toString()));
        for (const QJsonValue parameter : method.value(u"parameters").toArray()) {
            QVERIFY(parameter.toObject().value(u"name").isString());
            QVERIFY(parameter.toObject().value(u"required").isBool());
            QVERIFY(!parameter.toObject().value(u"summary").toString().isEmpty());
        }
    }
    names.sort();
    QCOMPARE(
        names.join(u' '),
        QStringLiteral(
            "daemon.authenticate daemon.cancel daemon.commands daemon.config daemon.connections "
            "daemon.drain daemon.history daemon.queues daemon.reload daemon.request daemon.requests "
            "daemon.restart "
            "daemon.status daemon.stop daemon.subscribe daemon.tail daemon.unsubscribe daemon.untail echo "
            "list_methods ping "
            "rpc.discover status version"));
}

void tst_AdminService::status()
{
    const Result<DaemonSnapshot> snapshot =
        DaemonSnapshot::fromJson(result(QStringLiteral("daemon.status")).toObject());
    QVERIFY(snapshot);
    QCOMPARE(*snapshot, m_control->snapshot());
}

void tst_AdminService::echo()
{
    QCOMPARE(result(QStringLiteral("echo"), QJsonArray{1, QStringLiteral("x")}),
             QJsonValue(QJsonArray{1, QStringLiteral("x")}));
    const QJsonObject object{{QStringLiteral("id"), qint64(9007199254740993)}};
    QCOMPARE(result(QStringLiteral("echo"), object), QJsonValue(object));
    QVERIFY(result(QStringLiteral("echo")).isNull());
}

void tst_AdminService::configuration()
{
    const QJsonObject refused = call(QStringLiteral("daemon.config")).value(u"error").toObject();
    QCOMPARE(refused.value(u"data").toObject().value(u"code").toString(), QStringLiteral("unsupported"));
    m_control->config = QJsonObject{{QStringLiteral("x.y"), 1}};
    QCOMPARE(result(QStringLiteral("daemon.config")).toObject(), m_control->config);
}

void tst_AdminService::oneRequest()
{
    const auto peer = runWait();
    const auto id = static_cast<qint64>(m_server->requests().running()[0].id);
    const auto request = [this, id] {
        return RequestSnapshot::fromJson(
            result(QStringLiteral("daemon.request"), QJsonObject{{QStringLiteral("id"), id}}).toObject());
    };
    QCOMPARE(request()->state, QStringLiteral("running"));
    peer->hangUp();
    QTRY_COMPARE(m_server->requests().runningCount(), 0);
    QCOMPARE(request()->state, QStringLiteral("finished"));
    for (const qint64 unknown : {id + 1, qint64(0), qint64(-1)}) {
        const QJsonObject error =
            call(QStringLiteral("daemon.request"), QJsonArray{unknown}).value(u"error").toObject();
        QCOMPARE(error.value(u"data").toObject().value(u"code").toString(),
                 QStringLiteral("unknown_request"));
    }
}

// Whoever may only look can change nothing.
void tst_AdminService::roles()
{
    FunctionLink link(2, PeerIdentity{std::nullopt, {}, {}, Role::ReadOnly},
                      [this](QByteArrayView message) { m_answers.append(message.toByteArray()); });
    m_conversation = m_service->open(link);
    const QStringList acting{QStringLiteral("daemon.cancel"),  QStringLiteral("daemon.drain"),
                             QStringLiteral("daemon.stop"),    QStringLiteral("daemon.reload"),
                             QStringLiteral("daemon.restart"), QStringLiteral("daemon.tail"),
                             QStringLiteral("daemon.untail")};
    const QJsonArray methods = result(QStringLiteral("list_methods")).toArray();
    for (const QJsonValue value : methods) {
        const QString name = value.toObject().value(u"name").toString();
        const QJsonObject error = call(name).value(u"error").toObject();
        const bool isRefused =
            error.value(u"data").toObject().value(u"code").toString() == u"permission_denied";
        QVERIFY2(isRefused == acting.contains(name), qPrintable(name));
    }
    QVERIFY(m_control->calls.isEmpty());
    m_conversation.reset();
}

void tst_AdminService::requestsAndHistory()
{
    QVERIFY(result(QStringLiteral("daemon.requests")).isArray());
    QVERIFY(result(QStringLiteral("daemon.requests")).toArray().isEmpty());
    QVERIFY(result(QStringLiteral("daemon.history")).toArray().isEmpty());
    const auto peer = runWait();
    const QJsonArray running = result(QStringLiteral("daemon.requests")).toArray();
    QCOMPARE(running.size(), 1);
    const Result<RequestSnapshot> request = RequestSnapshot::fromJson(running[0].toObject());
    QVERIFY(request);
    QCOMPARE(request->arguments.join(u' '), QStringLiteral("wait for me"));
    QCOMPARE(request->state, QStringLiteral("running"));
    peer->hangUp();
    QTRY_COMPARE(m_server->requests().runningCount(), 0);
    QVERIFY(result(QStringLiteral("daemon.requests")).toArray().isEmpty());
    const QJsonArray history = result(QStringLiteral("daemon.history")).toArray();
    QCOMPARE(history.size(), 1);
    const Result<RequestSnapshot> finished = RequestSnapshot::fromJson(history[0].toObject());
    QCOMPARE(finished->state, QStringLiteral("finished"));
    QCOMPARE(finished->cancellation->reason, QStringLiteral("client_closed"));
}

void tst_AdminService::connections()
{
    const auto peer = runWait();
    const QJsonArray connections = result(QStringLiteral("daemon.connections")).toArray();
    QCOMPARE(connections.size(), 1);
    const Result<ConnectionSnapshot> connection = ConnectionSnapshot::fromJson(connections[0].toObject());
    QVERIFY(connection);
    QCOMPARE(connection->state, QStringLiteral("command"));
    QVERIFY(connection->requestId > 0);
    QCOMPARE(connection->requests, 1);
}

void tst_AdminService::cancel()
{
    const auto peer = runWait();
    const auto id = static_cast<qint64>(m_server->requests().running()[0].id);
    QCOMPARE(result(QStringLiteral("daemon.cancel"), QJsonObject{{QStringLiteral("id"), id}}),
             QJsonValue(true));
    QTRY_COMPARE(m_server->requests().runningCount(), 0);
    const CancellationRecord cancellation = *m_server->requests().history()[0].cancellation;
    QCOMPARE(cancellation.reason, CancellationReason::Administrator);
    QVERIFY(cancellation.requestedBy.contains(u"33") &&
            cancellation.requestedBy.contains(u"22")); // who it was
    const QJsonObject again = call(QStringLiteral("daemon.cancel"), QJsonArray{id});
    QVERIFY(again.value(u"error").isObject());
    QVERIFY(again.value(u"error").toObject().value(u"message").toString().contains(QString::number(id)));
}

void tst_AdminService::cancelWithBadParameters_data()
{
    QTest::addColumn<QJsonValue>("params");
    QTest::newRow("none") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("no id") << QJsonValue(QJsonObject());
    QTest::newRow("string") << QJsonValue(QJsonObject{{QStringLiteral("id"), QStringLiteral("1")}});
    QTest::newRow("fraction") << QJsonValue(QJsonObject{{QStringLiteral("id"), 1.5}});
    QTest::newRow("negative") << QJsonValue(QJsonObject{{QStringLiteral("id"), -1}});
    QTest::newRow("huge") << QJsonValue(QJsonObject{{QStringLiteral("id"), 1e300}});
}

void tst_AdminService::cancelWithBadParameters()
{
    QFETCH(const QJsonValue, params);
    const auto peer = runWait();
    QVERIFY(call(QStringLiteral("daemon.cancel"), params).value(u"error").isObject());
    QCOMPARE(m_server->requests().running()[0].state, RequestState::Running);
}

void tst_AdminService::drain()
{
    const Result<DaemonSnapshot> snapshot =
        DaemonSnapshot::fromJson(result(QStringLiteral("daemon.drain")).toObject());
    QCOMPARE(m_control->calls, QStringList(QStringLiteral("drain")));
    QCOMPARE(snapshot->state, QStringLiteral("draining")); // taken afterwards
}

void tst_AdminService::stop_data()
{
    QTest::addColumn<QJsonValue>("params");
    QTest::addColumn<QString>("call");
    QTest::newRow("none") << QJsonValue(QJsonValue::Undefined) << QStringLiteral("stop");
    QTest::newRow("false") << QJsonValue(QJsonObject{{QStringLiteral("now"), false}})
                           << QStringLiteral("stop");
    QTest::newRow("true") << QJsonValue(QJsonObject{{QStringLiteral("now"), true}})
                          << QStringLiteral("stop now");
    QTest::newRow("by position") << QJsonValue(QJsonArray{true}) << QStringLiteral("stop now");
    QTest::newRow("no boolean") << QJsonValue(QJsonObject{{QStringLiteral("now"), 1}}) << QString();
}

void tst_AdminService::stop()
{
    QFETCH(const QJsonValue, params);
    QFETCH(const QString, call);
    const QJsonObject answer = this->call(QStringLiteral("daemon.stop"), params);
    QCOMPARE(m_control->calls.join(u','), call);
    QCOMPARE(answer.contains(u"error"), call.isEmpty());
}

void tst_AdminService::reload()
{
    const Result<ReloadReport> report =
        ReloadReport::fromJson(result(QStringLiteral("daemon.reload")).toObject());
    QVERIFY(report);
    QCOMPARE(report->applied, QStringList{QStringLiteral("performance.grace_ms")});
    QCOMPARE(report->afterRestart, QStringList{QStringLiteral("workers.count")});
    QCOMPARE(m_control->calls.join(u','), QStringLiteral("reload"));
}

void tst_AdminService::commands()
{
    const auto names = [this](const QJsonValue &params) {
        QStringList list;
        const QJsonArray commands = result(QStringLiteral("daemon.commands"), params).toArray();
        for (const QJsonValueConstRef command : commands)
            list.append(CommandSnapshot::fromJson(command.toObject())->name);
        return list.join(u' ');
    };
    QCOMPARE(names(QJsonValue::Undefined), QStringLiteral("wait"));
    QCOMPARE(names(QJsonObject{{QStringLiteral("all"), true}}), QStringLiteral("secret wait"));
}

void tst_AdminService::controlRefuses()
{
    m_control->refuses = true;
    for (const QString &method : {QStringLiteral("daemon.drain"), QStringLiteral("daemon.stop")}) {
        const QJsonObject error = call(method).value(u"error").toObject();
        QVERIFY2(error.value(u"message").toString().contains(u"cannot move the socket"), qPrintable(method));
    }
}

void tst_AdminService::restart()
{
    QVERIFY(call(QStringLiteral("daemon.restart")).isEmpty()); // answered when it is over
    QCOMPARE(m_control->calls, QStringList(QStringLiteral("restart")));
    m_control->restarts.constFirst()(RestartReport{1, 2, 3});
    QCOMPARE(m_answers.size(), 1);
    const QJsonObject answer = QJsonDocument::fromJson(m_answers.constFirst()).object();
    QCOMPARE(*RestartReport::fromJson(answer.value(u"result").toObject()), (RestartReport{1, 2, 3}));
}

void tst_AdminService::restartFails()
{
    QVERIFY(call(QStringLiteral("daemon.restart")).isEmpty());
    m_control->restarts.constFirst()(
        unexpected(ErrorCode::SpawnFailed, QStringLiteral("the daemon could not start: broken")));
    QCOMPARE(m_answers.size(), 1);
    const QJsonObject error =
        QJsonDocument::fromJson(m_answers.constFirst()).object().value(u"error").toObject();
    QCOMPARE(error.value(u"message").toString(), QStringLiteral("the daemon could not start: broken"));
    QCOMPARE(error.value(u"data").toObject().value(u"code").toString(), QStringLiteral("spawn_failed"));
}

void tst_AdminService::unknownMethod()
{
    const QJsonObject error = call(QStringLiteral("daemon.stat")).value(u"error").toObject();
    QCOMPARE(error.value(u"code").toInt(), -32601);
}

void tst_AdminService::hostileMessages_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("\xff\x00{", 3);
    QTest::newRow("a number") << QByteArray("7");
    QTest::newRow("an empty batch") << QByteArray("[]");
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void tst_AdminService::hostileMessages()
{
    QFETCH(const QByteArray, message);
    m_conversation->receive(message);
    QCOMPARE(m_answers.size(), 1);
    QVERIFY(QJsonDocument::fromJson(m_answers[0]).object().contains(u"error"));
    QCOMPARE(result(QStringLiteral("ping")), QJsonValue(QStringLiteral("pong"))); // it goes on
}

void tst_AdminService::methodsOfTheEmbedder()
{
    m_service->methods().addSync(
        {QStringLiteral("my.method"), QStringLiteral("Mine."), {}, QStringLiteral("42")},
        [](const RpcParams &, const RpcPeer &) -> Result<QJsonValue> { return QJsonValue(42); });
    QSignalSpy activity(m_server.get(), &Server::activity);
    QCOMPARE(result(QStringLiteral("my.method")), QJsonValue(42));
    QCOMPARE(activity.size(), 1); // it keeps the daemon from its idle exit
    QCOMPARE(result(QStringLiteral("ping")), QJsonValue(QStringLiteral("pong")));
    QCOMPARE(activity.size(), 1); // looking does not
    QCOMPARE(result(QStringLiteral("list_methods")).toArray().size(), 25);
}

void tst_AdminService::lateAnswersAreDropped()
{
    std::optional<RpcCall> kept;
    m_service->methods().add({QStringLiteral("later"), QStringLiteral("Later."), {}, QStringLiteral("1")},
                             [&kept](const RpcCall &call) { kept = call; });
    m_conversation->receive(R"({"jsonrpc":"2.0","id":1,"method":"later"})");
    QVERIFY(kept);
    QVERIFY(m_answers.isEmpty());
    m_conversation.reset();
    kept->reply(1);
    QVERIFY(m_answers.isEmpty());
}

void tst_AdminService::conversationsAreApart()
{
    QByteArrayList others;
    FunctionLink link(2, {}, [&others](QByteArrayView message) { others.append(message.toByteArray()); });
    const auto other = m_service->open(link);
    QCOMPARE(result(QStringLiteral("ping")), QJsonValue(QStringLiteral("pong")));
    QVERIFY(others.isEmpty());
    other->receive(R"({"jsonrpc":"2.0","id":1,"method":"ping"})");
    QCOMPARE(others.size(), 1);
    QCOMPARE(m_answers.size(), 1);
}

QTEST_GUILESS_MAIN(tst_AdminService)
#include "tst_adminservice.moc"
