#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/plugin/plugincontext.h>
#include <daemonrpc/server/workerpool.h>

#include <QTest>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

static std::shared_ptr<CommandHandler> handler()
{
    return std::make_shared<BlockingHandler>([](BlockingContext &) { return 0; });
}

static Result<QJsonValue> answer(const RpcParams &, const RpcPeer &) { return QJsonValue(42); }

static MethodDescription named(const QString &name)
{
    MethodDescription description;
    description.name = name;
    return description;
}

class tst_PluginContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void additions();
    void methodNames_data();
    void methodNames();
    void commandNames_data();
    void commandNames();
    void namesThatAreTaken();
    void whatIsIncomplete();
    void everyProblemIsNamed();

private:
    std::unique_ptr<JsonRpcService> m_service;
};

void tst_PluginContext::init()
{
    m_service = std::make_unique<JsonRpcService>();
    m_service->methods().addSync(named(u"present.method"_s), answer);
}

void tst_PluginContext::additions()
{
    PluginContext context(u"p"_s, {{u"key"_s, u"value"_s}}, m_service->methods(), {"echo"});
    QCOMPARE(context.name(), u"p"_s);
    QCOMPARE(context.settings().value(u"key"_s), u"value"_s);
    context.addCommand("one", handler());
    context.addSyncMethod(named(u"p.sync"_s), answer);
    context.addMethod(named(u"p.async"_s), [](const RpcCall &call) { call.reply(43); });
    const ExclusiveEngine engine(u"p"_s);
    context.addExclusiveMethod(
        named(u"p.exclusive"_s), [](const RpcCall &call) { call.reply(44); }, engine);
    const auto blocking = [](const RpcParams &, const BlockingMethodContext &) { return QJsonValue(45); };
    context.addBlockingMethod(named(u"p.blocking"_s), blocking);
    context.addBlockingMethod(named(u"p.both"_s), blocking, engine);
    QCOMPARE(context.problems(), QStringList());
    QCOMPARE(context.methodNames(),
             (QStringList{u"p.sync"_s, u"p.async"_s, u"p.exclusive"_s, u"p.blocking"_s, u"p.both"_s}));
    QCOMPARE(context.commands().size(), size_t(1));
    QCOMPARE(context.commands().front().first, QByteArray("one"));
    // Nothing has happened yet.
    QVERIFY(!m_service->methods().contains(u"p.sync"_s));

    context.commitMethods(*m_service);
    WorkerPool workers(2, 10);
    m_service->setWorkers(&workers);
    for (const auto &[method, expected] :
         {std::pair(u"p.sync"_s, 42), std::pair(u"p.async"_s, 43), std::pair(u"p.exclusive"_s, 44),
          std::pair(u"p.blocking"_s, 45), std::pair(u"p.both"_s, 45)}) {
        RpcOutcome outcome;
        RpcRequest request;
        request.method = method;
        request.id = 1;
        m_service->methods().call(request, {}, [&outcome](const RpcOutcome &result) { outcome = result; });
        QTRY_COMPARE(outcome, RpcOutcome(QJsonValue(expected)));
    }
    m_service.reset(); // before the workers
}

void tst_PluginContext::methodNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("problem");
    const QString shape = u"expected namespace.name"_s;
    const QString own = u"are the daemon's own"_s;
    QTest::newRow("plain") << u"goxel.add_voxel"_s << QString();
    QTest::newRow("deep") << u"a.b.c/d-e_F9"_s << QString();
    QTest::newRow("nearly reserved") << u"daemons.list"_s << QString();
    QTest::newRow("longest") << u"a."_s + QString(126, u'x') << QString();
    QTest::newRow("empty") << QString() << shape;
    QTest::newRow("no namespace") << u"add_voxel"_s << shape;
    QTest::newRow("empty namespace") << u".add"_s << shape;
    QTest::newRow("empty name") << u"goxel."_s << shape;
    QTest::newRow("blank") << u"goxel.add voxel"_s << shape;
    QTest::newRow("not ASCII") << u"goxel.f\u00fcllen"_s << shape;
    QTest::newRow("too long") << u"a."_s + QString(127, u'x') << shape;
    QTest::newRow("daemon") << u"daemon.fly"_s << own;
    QTest::newRow("rpc") << u"rpc.discover"_s << own;
    QTest::newRow("health") << u"health.mine"_s << own;
    QTest::newRow("log") << u"log.mine"_s << own;
    QTest::newRow("protocol") << u"$/cancelRequest"_s << own;
    QTest::newRow("taken") << u"present.method"_s << u"exists already"_s;
}

void tst_PluginContext::methodNames()
{
    QFETCH(QString, name);
    QFETCH(QString, problem);
    PluginContext context(u"p"_s, {}, m_service->methods(), {});
    context.addSyncMethod(named(name), answer);
    QCOMPARE(context.problems().isEmpty(), problem.isEmpty());
    QCOMPARE(context.methodNames().isEmpty(), !problem.isEmpty());
    if (!problem.isEmpty()) {
        QVERIFY2(context.problems().first().contains(problem), qPrintable(context.problems().first()));
        QVERIFY(context.problems().first().startsWith(u"method \""_s + name.left(128)));
    }
}

void tst_PluginContext::commandNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("problem");
    QTest::newRow("plain") << QByteArray("voxels.render-9_x") << QString();
    QTest::newRow("longest") << QByteArray(64, 'x') << QString();
    QTest::newRow("empty") << QByteArray() << u"expected 1 to 64"_s;
    QTest::newRow("too long") << QByteArray(65, 'x') << u"expected 1 to 64"_s;
    QTest::newRow("option") << QByteArray("-x") << u"expected 1 to 64"_s;
    QTest::newRow("blank") << QByteArray("a b") << u"expected 1 to 64"_s;
    QTest::newRow("not ASCII") << QByteArray("f\xc3\xbc") << u"expected 1 to 64"_s;
    QTest::newRow("taken") << QByteArray("echo") << u"exists already"_s;
}

void tst_PluginContext::commandNames()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, problem);
    PluginContext context(u"p"_s, {}, m_service->methods(), {"echo"});
    context.addCommand(name, handler());
    QCOMPARE(context.commands().empty(), !problem.isEmpty());
    QCOMPARE(context.problems().size(), qsizetype(problem.isEmpty() ? 0 : 1));
    if (!problem.isEmpty())
        QVERIFY2(context.problems().first().contains(problem), qPrintable(context.problems().first()));
}

void tst_PluginContext::namesThatAreTaken()
{
    PluginContext context(u"p"_s, {}, m_service->methods(), {});
    context.addCommand("twice", handler());
    context.addCommand("twice", handler());
    context.addSyncMethod(named(u"p.twice"_s), answer);
    context.addMethod(named(u"p.twice"_s), [](const RpcCall &) {});
    QCOMPARE(context.problems(),
             (QStringList{u"command \"twice\" exists already"_s, u"method \"p.twice\" exists already"_s}));
}

void tst_PluginContext::whatIsIncomplete()
{
    PluginContext context(u"p"_s, {}, m_service->methods(), {});
    context.addCommand("nobody", nullptr);
    context.addMethod(named(u"p.async"_s), nullptr);
    context.addSyncMethod(named(u"p.sync"_s), nullptr);
    context.addBlockingMethod(named(u"p.blocking"_s), nullptr);
    context.addExclusiveMethod(named(u"p.exclusive"_s), nullptr, ExclusiveEngine(u"p"_s));
    QCOMPARE(context.problems(),
             (QStringList{u"command \"nobody\" has no handler"_s, u"method \"p.async\" has no function"_s,
                          u"method \"p.sync\" has no function"_s, u"method \"p.blocking\" has no function"_s,
                          u"method \"p.exclusive\" has no function"_s}));
}

void tst_PluginContext::everyProblemIsNamed()
{
    PluginContext context(u"p"_s, {}, m_service->methods(), {"echo"});
    context.addCommand("echo", handler());
    context.addSyncMethod(named(u"p.good"_s), answer);
    context.addSyncMethod(named(u"daemon.bad"_s), answer);
    context.addSyncMethod(named(u"bad"_s), answer);
    QCOMPARE(context.problems().size(), qsizetype(3));
}

QTEST_GUILESS_MAIN(tst_PluginContext)
#include "tst_plugincontext.moc"
