#include "plugindirectory.h"

#include <daemonrpc/service/plugin/pluginloader.h>

#include <QJsonObject>
#include <QRegularExpression>

#include <sys/stat.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_PluginLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingConfigured();
    void good();
    void settings();
    void wrong_data();
    void wrong();
    void namesThatAreTaken();
    void oneThatFailsHarmsNoOther();
    void twins();
    void enabled();
    void wrongDirectory_data();
    void wrongDirectory();
    void finds();
    void twiceInOneProcess();

private:
    using Plugins = ServiceConfiguration::Plugins;

    static QStringList states(const PluginLoader &loader)
    {
        QStringList states;
        for (const PluginSnapshot &plugin : loader.plugins())
            states.append(QFileInfo(plugin.file).completeBaseName() + u' ' + plugin.state);
        return states;
    }

    static RpcOutcome call(JsonRpcService &service, const QString &method)
    {
        RpcOutcome outcome;
        RpcRequest request;
        request.method = method;
        request.id = 1;
        service.methods().call(request, {}, [&outcome](const RpcOutcome &result) { outcome = result; });
        return outcome;
    }

    static void expectWarning(const QString &pattern)
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"plugin not loaded: .*"_s + pattern));
    }
};

void tst_PluginLoader::nothingConfigured()
{
    JsonRpcService service;
    const qsizetype methodCount = service.methods().list().size();
    PluginLoader loader({});
    loader.load(service, {});
    QCOMPARE(loader.plugins(), QList<PluginSnapshot>());
    QCOMPARE(loader.problems(), QStringList());
    QCOMPARE(service.methods().list().size(), methodCount);
}

void tst_PluginLoader::good()
{
    const PluginDirectory directory;
    const QString path = directory.add(u"good"_s);
    JsonRpcService service;
    HandlerRegistry handlers;
    PluginLoader loader(Plugins{directory.path(), {}, {}});
    loader.load(service, {});
    QCOMPARE(loader.problems(), QStringList());
    QCOMPARE(loader.plugins(), (QList{PluginSnapshot{u"good"_s,
                                                     u"1.0"_s,
                                                     u"A plugin of the tests."_s,
                                                     path,
                                                     u"loaded"_s,
                                                     {},
                                                     {u"good.greet"_s},
                                                     {u"good.settings"_s}}}));
    QVERIFY(service.methods().contains(u"good.settings"_s));
    loader.addCommandsTo(handlers);
    QCOMPARE(handlers.names(), QByteArrayList{"good.greet"});

    // The same handler at every reload.
    HandlerRegistry again;
    loader.addCommandsTo(again);
    QCOMPARE(again.find("good.greet"), handlers.find("good.greet"));
}

void tst_PluginLoader::settings()
{
    const PluginDirectory directory;
    directory.add(u"good"_s);
    JsonRpcService service;
    PluginLoader loader(
        Plugins{directory.path(), {}, {"good.a=1", "good.b=x=y", "other.a=2", "goodness.a=3"}});
    loader.load(service, {});
    QCOMPARE(call(service, u"good.settings"_s),
             RpcOutcome(QJsonObject{{u"a"_s, u"1"_s}, {u"b"_s, u"x=y"_s}}));
}

void tst_PluginLoader::wrong_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<QString>("reason"); // a pattern
    QTest::newRow("another interface") << u"otherinterface"_s << u"implements org\\.example\\.Something/1"_s;
    QTest::newRow("another version") << u"otherversion"_s << u"version 0\\.0 of daemon-rpc"_s;
    QTest::newRow("fails") << u"failing"_s << u"\"failing\" \\(.*\\): the disk is missing$"_s;
    QTest::newRow("throws") << u"throwing"_s << u"threw: no such luck$"_s;
    QTest::newRow("missing symbol") << u"unresolved"_s << u"nobodyHasThisFunction"_s;
    QTest::newRow("no name") << u"nameless"_s << u"no good name"_s;
    QTest::newRow("not implemented") << u"nointerface"_s << u"does not implement DaemonRpc::HandlerPlugin"_s;
    QTest::newRow("plain library") << u"plainlibrary"_s << u"is no plugin"_s;
}

void tst_PluginLoader::wrong()
{
    QFETCH(QString, fixture);
    QFETCH(QString, reason);
    const PluginDirectory directory;
    const QString path = directory.add(fixture);
    JsonRpcService service;
    const qsizetype methodCount = service.methods().list().size();
    PluginLoader loader(Plugins{directory.path(), {}, {}});
    expectWarning(reason);
    loader.load(service, {});
    QCOMPARE(loader.plugins().size(), qsizetype(1));
    const PluginSnapshot plugin = loader.plugins().first();
    QCOMPARE(plugin.state, u"failed"_s);
    QCOMPARE(plugin.file, path);
    QVERIFY2(plugin.reason.contains(QRegularExpression(reason)), qPrintable(plugin.reason));
    QVERIFY2(plugin.reason.contains(path), qPrintable(plugin.reason));
    QCOMPARE(loader.problems(), QStringList{plugin.reason});
    QCOMPARE(service.methods().list().size(), methodCount); // nothing of it is left
    HandlerRegistry handlers;
    loader.addCommandsTo(handlers);
    QVERIFY(handlers.names().isEmpty());
}

// By the name of the file: "duplicate" comes first when it may.
void tst_PluginLoader::namesThatAreTaken()
{
    const PluginDirectory directory;
    directory.add(u"good"_s, u"1"_s);
    directory.add(u"duplicate"_s, u"2"_s);
    JsonRpcService service;
    PluginLoader loader(Plugins{directory.path(), {}, {}});
    expectWarning(u"exists already"_s);
    loader.load(service, {});
    QCOMPARE(states(loader), (QStringList{u"1 loaded"_s, u"2 failed"_s}));
    const QString reason = loader.plugins().at(1).reason;
    for (const QString &part :
         {u"method \"good.settings\" exists already"_s, u"command \"good.greet\" exists already"_s,
          u"method \"daemon.fly\": names that begin with \"daemon.\""_s})
        QVERIFY2(reason.contains(part), qPrintable(reason));
    QVERIFY(!service.methods().contains(u"duplicate.own"_s)); // the whole of it is left out
    QCOMPARE(call(service, u"good.settings"_s), RpcOutcome(QJsonObject()));
}

void tst_PluginLoader::oneThatFailsHarmsNoOther()
{
    const PluginDirectory directory;
    for (const QString &fixture :
         {u"failing"_s, u"good"_s, u"nameless"_s, u"nointerface"_s, u"otherinterface"_s, u"otherversion"_s,
          u"plainlibrary"_s, u"throwing"_s, u"unresolved"_s})
        directory.add(fixture);
    directory.write(u"empty.so"_s, {});
    directory.write(u"text.so"_s, "not a library at all\n");
    directory.write(u"README"_s, "nothing to load");
    JsonRpcService service;
    PluginLoader loader(Plugins{directory.path(), {}, {}});
    for (int failing = 0; failing < 10; ++failing)
        expectWarning({});
    loader.load(service, {"echo"});
    QCOMPARE(loader.plugins().size(), qsizetype(11));
    QCOMPARE(loader.problems().size(), qsizetype(10));
    QVERIFY(states(loader).contains(u"good loaded"_s));
    QVERIFY(service.methods().contains(u"good.settings"_s));
}

void tst_PluginLoader::twins()
{
    const PluginDirectory directory;
    const QString first = directory.add(u"good"_s);
    directory.add(u"twin"_s);
    JsonRpcService service;
    PluginLoader loader(Plugins{directory.path(), {}, {}});
    expectWarning(u"has the same name"_s);
    loader.load(service, {});
    QCOMPARE(states(loader), (QStringList{u"good loaded"_s, u"twin failed"_s}));
    QCOMPARE(loader.plugins().at(1).reason,
             u"%1: %2 has the same name, \"good\""_s.arg(directory.file(u"twin.so"_s), first));
}

void tst_PluginLoader::enabled()
{
    const PluginDirectory directory;
    directory.add(u"good"_s);
    directory.add(u"failing"_s);
    JsonRpcService service;
    PluginLoader loader(Plugins{directory.path(), {"good", "missing"}, {}});
    expectWarning(u"names \"missing\", and no plugin"_s);
    loader.load(service, {});
    QCOMPARE(states(loader), (QStringList{u"failing disabled"_s, u"good loaded"_s, u" failed"_s}));
    QCOMPARE(loader.plugins().first().reason, u"plugins.enabled does not name it"_s);
    QCOMPARE(loader.plugins().last().name, u"missing"_s);
    QCOMPARE(loader.problems().size(), qsizetype(1));
}

void tst_PluginLoader::wrongDirectory_data()
{
    QTest::addColumn<int>("mode"); // -1: there is none
    QTest::addColumn<QString>("reason");
    QTest::newRow("missing") << -1 << u"does not exist"_s;
    QTest::newRow("open to others") << 0777 << u"can be written by others"_s;
}

void tst_PluginLoader::wrongDirectory()
{
    QFETCH(int, mode);
    QFETCH(QString, reason);
    const PluginDirectory directory;
    const QString path = directory.file(u"plugins"_s);
    if (mode >= 0) {
        QVERIFY(QDir(directory.path()).mkdir(u"plugins"_s));
        QVERIFY(QFile::copy(directory.add(u"good"_s), path + u"/good.so"_s));
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), static_cast<mode_t>(mode)), 0);
    }
    JsonRpcService service;
    PluginLoader loader(Plugins{path, {}, {}});
    expectWarning(reason);
    loader.load(service, {});
    QCOMPARE(loader.plugins().size(), qsizetype(1));
    QCOMPARE(loader.plugins().first().state, u"failed"_s);
    QVERIFY2(loader.problems().first().contains(reason), qPrintable(loader.problems().first()));
    QVERIFY(!service.methods().contains(u"good.settings"_s));
}

// Without running any code: one that would fail later is still "found".
void tst_PluginLoader::finds()
{
    const PluginDirectory directory;
    directory.add(u"good"_s);
    directory.add(u"throwing"_s);
    directory.add(u"otherversion"_s);
    PluginLoader loader(Plugins{directory.path(), {}, {}});
    loader.find();
    QCOMPARE(states(loader), (QStringList{u"good found"_s, u"otherversion failed"_s, u"throwing found"_s}));
    loader.find();
    QCOMPARE(loader.plugins().size(), qsizetype(3));
    QCOMPARE(loader.problems().size(), qsizetype(1));
}

void tst_PluginLoader::twiceInOneProcess()
{
    const PluginDirectory directory;
    directory.add(u"good"_s);
    for (int round = 0; round < 2; ++round) {
        JsonRpcService service;
        HandlerRegistry handlers;
        PluginLoader loader(Plugins{directory.path(), {}, {}});
        loader.load(service, {});
        QCOMPARE(loader.problems(), QStringList());
        QVERIFY(service.methods().contains(u"good.settings"_s));
    }
}

QTEST_GUILESS_MAIN(tst_PluginLoader)
#include "tst_pluginloader.moc"
