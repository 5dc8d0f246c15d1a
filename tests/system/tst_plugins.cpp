// "A plugin adds commands and methods; one that fails is reported and harms nobody": plugins in real daemons.
#include "adminquery.h"
#include "systemtest.h"

#include <daemonrpc/admin/pluginsnapshot.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QSet>

#include <sys/stat.h>

using namespace DaemonRpc;
using namespace SystemTesting;
using namespace Qt::StringLiterals;

namespace {

/// A client that speaks JSON-RPC by lines, and nothing of ours. Its calls block, with a time limit.
class LineClient
{
public:
    explicit LineClient(const QString &path)
    {
        m_socket.connectToServer(path);
        m_isConnected = m_socket.waitForConnected(ClientProcess::patience);
    }

    [[nodiscard]] bool isConnected() const { return m_isConnected; }

    static QByteArray request(int id, const QString &method, const QJsonValue &params)
    {
        return QJsonDocument(
                   QJsonObject{
                       {u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"method"_s, method}, {u"params"_s, params}})
                   .toJson(QJsonDocument::Compact) +
               '\n';
    }

    static QByteArray cancellation(int id)
    {
        return QJsonDocument(QJsonObject{{u"jsonrpc"_s, u"2.0"_s},
                                         {u"method"_s, u"$/cancelRequest"_s},
                                         {u"params"_s, QJsonObject{{u"id"_s, id}}}})
                   .toJson(QJsonDocument::Compact) +
               '\n';
    }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }

    /// The next message; empty when none comes.
    QJsonObject receive()
    {
        while (!m_socket.canReadLine()) {
            if (!m_socket.waitForReadyRead(ClientProcess::patience))
                return {};
        }
        return QJsonDocument::fromJson(m_socket.readLine()).object();
    }

    QJsonObject call(const QString &method, const QJsonValue &params)
    {
        send(request(++m_lastId, method, params));
        return receive();
    }

private:
    QLocalSocket m_socket;
    bool m_isConnected = false;
    int m_lastId = 1000;
};

QJsonArray numbers(std::initializer_list<int> list)
{
    QJsonArray array;
    for (const int number : list)
        array.append(number);
    return array;
}

} // namespace

class tst_Plugins : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void voxelsFromTheCommandLine();
    void concurrentCallersAreServedOneByOne();
    void waitingCallIsCancelled();
    void leavingCallerIsForgotten();
    void settings();
    void brokenPluginsAreReported();
    void enabled();
    void unsafeDirectory();
    void survivesReload();
    void survivesRestart();
    void namesOfTheConfigurationAreTaken();
    void checkConfigTellsOfThem();

private:
    [[nodiscard]] QString directory() const
    {
        const QString path = fixture().scratch(u"plugins"_s);
        QDir().mkpath(path);
        ::chmod(QFile::encodeName(path).constData(), 0700);
        return path;
    }

    /// Copies a plugin to the directory.
    void add(const QString &source) const
    {
        const QString target = directory() + u'/' + QFileInfo(source).fileName();
        QVERIFY2(QFile::copy(source, target), qPrintable(source));
        QCOMPARE(::chmod(QFile::encodeName(target).constData(), 0600), 0);
    }

    void addFixture(const QString &name) const { add(QStringLiteral(PLUGIN_DIR "/%1.so").arg(name)); }

    [[nodiscard]] QString write(const QByteArray &configuration) const
    {
        QFile file(fixture().scratch(u"daemon.yaml"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
            file.write(configuration) != configuration.size())
            return {};
        return file.fileName();
    }

    [[nodiscard]] ClientProcess *start(const QByteArray &more = {}) const
    {
        return fixture().startDaemon(
            words({"--config", write("plugins:\n  directory: " + directory().toUtf8() + '\n' + more)}));
    }

    [[nodiscard]] ClientProcess *startVoxels() const
    {
        add(QStringLiteral(VOXELS_PLUGIN));
        return start();
    }

    [[nodiscard]] QList<PluginSnapshot> plugins() const
    {
        QList<PluginSnapshot> list;
        const Outcome outcome = fixture().run(words({"--no-spawn", "rpc", "daemon.plugins"}));
        for (const QJsonValue &entry : QJsonDocument::fromJson(outcome.output).array())
            list.append(PluginSnapshot::fromJson(entry.toObject()).value_or(PluginSnapshot()));
        return list;
    }

    [[nodiscard]] Outcome rpc(const QString &method, const QByteArray &params = "[]") const
    {
        return fixture().run(words({"--no-spawn", "rpc", u"goxel."_s + method, QString::fromUtf8(params)}));
    }
};

void tst_Plugins::voxelsFromTheCommandLine()
{
    QVERIFY(startVoxels());
    const QList<PluginSnapshot> list = plugins();
    QCOMPARE(list.size(), qsizetype(1));
    QCOMPARE(list.first().state, u"loaded"_s);
    QCOMPARE(list.first().name, u"voxels"_s);
    QCOMPARE(list.first().methods.size(), qsizetype(11));

    const Outcome early = rpc(u"add_voxel"_s, "[0,0,0,1,2,3]");
    QVERIFY2(early.code != 0 && early.errorOutput.contains("there is no project"), describe(early));
    const Outcome created =
        rpc(u"create_project"_s, R"({"name":"castle","width":32,"height":32,"depth":32})");
    QVERIFY2(created.code == 0, describe(created));
    const Outcome added = rpc(u"add_voxel"_s, R"({"x":1,"y":2,"z":3,"r":255,"g":128,"b":0})");
    QVERIFY2(added.code == 0, describe(added));
    const Outcome got = rpc(u"get_voxel"_s, "[1,2,3]");
    QCOMPARE(QJsonDocument::fromJson(got.output).object().value(u"g"), QJsonValue(128));

    const QString file = fixture().scratch(u"castle.voxels"_s);
    const QString model = fixture().scratch(u"castle.obj"_s);
    const auto path = [](const QString &name) {
        return QJsonDocument(QJsonArray{name}).toJson(QJsonDocument::Compact);
    };
    QVERIFY2(rpc(u"save_project"_s, path(file)).code == 0, describe(rpc(u"save_project"_s, path(file))));
    QCOMPARE(rpc(u"create_project"_s).code, 0);
    QVERIFY(!rpc(u"get_voxel"_s, "[1,2,3]").output.contains("128"));
    QCOMPARE(rpc(u"load_project"_s, path(file)).code, 0);
    QVERIFY(rpc(u"get_voxel"_s, "[1,2,3]").output.contains("128"));
    QCOMPARE(rpc(u"export_model"_s, path(model)).code, 0);
    QFile exported(model);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    QVERIFY(exported.readAll().contains("f 21 22 23 24\n")); // the six sides of one voxel

    const Outcome wrong = rpc(u"add_voxel"_s, R"({"x":1,"y":2,"z":"3","r":255,"g":128,"b":0})");
    QVERIFY2(wrong.code != 0 && wrong.errorOutput.contains("\"z\" must be an integer"), describe(wrong));
    const Outcome outside = rpc(u"add_voxel"_s, "[32,0,0,1,2,3]");
    QVERIFY2(outside.code != 0 && outside.errorOutput.contains("lies outside"), describe(outside));
    const Outcome unknown = rpc(u"add_voxels"_s);
    QVERIFY2(unknown.errorOutput.contains("did you mean \"goxel.add_voxel\""), describe(unknown));
}

// Each caller puts its own color in the same place and is told which one was there: if the calls follow one
// another, the answers are a chain through all of them.
void tst_Plugins::concurrentCallersAreServedOneByOne()
{
    constexpr int callers = 20;
    constexpr int rounds = 10;
    QVERIFY(startVoxels());
    QCOMPARE(rpc(u"create_project"_s).code, 0);
    std::vector<std::unique_ptr<LineClient>> clients;
    for (int caller = 0; caller < callers; ++caller) {
        clients.push_back(std::make_unique<LineClient>(fixture().file(u"sock"_s)));
        QVERIFY(clients.back()->isConnected());
    }
    const auto colorOf = [](int caller, int round) { return numbers({5, 5, 5, caller, round, 7}); };
    for (int caller = 0; caller < callers; ++caller) {
        QByteArray pipelined;
        for (int round = 0; round < rounds; ++round)
            pipelined += LineClient::request(round, u"goxel.add_voxel"_s, colorOf(caller, round));
        clients.at(static_cast<size_t>(caller))->send(pipelined);
    }
    QHash<int, int> nextOf; // the color that was there → the one that came in its place
    int firstColor = -1;
    const auto key = [](int caller, int round) { return caller * rounds + round; };
    for (int caller = 0; caller < callers; ++caller) {
        QSet<int> ids;
        for (int round = 0; round < rounds; ++round) {
            const QJsonObject answer = clients.at(static_cast<size_t>(caller))->receive();
            const int id = answer.value(u"id").toInt(-1);
            QVERIFY2(id >= 0 && !ids.contains(id), QJsonDocument(answer).toJson());
            ids.insert(id);
            QVERIFY2(answer.value(u"result").isObject(), QJsonDocument(answer).toJson());
            const QJsonValue before = answer.value(u"result").toObject().value(u"before");
            if (before.isNull()) {
                QCOMPARE(firstColor, -1); // one found nothing there
                firstColor = key(caller, id);
                continue;
            }
            const int previous =
                key(before.toObject().value(u"r").toInt(), before.toObject().value(u"g").toInt());
            QVERIFY2(!nextOf.contains(previous), "two calls found the same color");
            nextOf.insert(previous, key(caller, id));
        }
    }
    int length = 1;
    int last = firstColor;
    for (; nextOf.contains(last); last = nextOf.value(last))
        ++length;
    QCOMPARE(length, callers * rounds);
    const QJsonObject left =
        clients.front()->call(u"goxel.get_voxel"_s, numbers({5, 5, 5})).value(u"result").toObject();
    QCOMPARE(key(left.value(u"r").toInt(), left.value(u"g").toInt()), last);
}

void tst_Plugins::waitingCallIsCancelled()
{
    QVERIFY(startVoxels());
    LineClient client(fixture().file(u"sock"_s));
    QVERIFY(client.isConnected());
    client.call(u"goxel.create_project"_s, QJsonArray{u"p"_s, 160, 160, 160});
    // In one write: the engine is busy with the first before the daemon reads that the second is not wanted.
    client.send(LineClient::request(1, u"goxel.fill"_s, numbers({0, 0, 0, 159, 159, 159, 1, 1, 1})) +
                LineClient::request(2, u"goxel.add_voxel"_s, numbers({7, 7, 7, 2, 2, 2})) +
                LineClient::request(3, u"goxel.add_voxel"_s, numbers({8, 8, 8, 3, 3, 3})) +
                LineClient::request(4, u"daemon.queues"_s, QJsonArray()) + LineClient::cancellation(2));
    QHash<int, QJsonObject> answers;
    QList<int> order;
    while (answers.size() < 4) {
        const QJsonObject answer = client.receive();
        QVERIFY(!answer.isEmpty());
        order.append(answer.value(u"id").toInt());
        answers.insert(order.last(), answer);
    }
    QCOMPARE(answers.value(1).value(u"result").toObject().value(u"voxels"), QJsonValue(160 * 160 * 160));
    QVERIFY2(answers.value(2).value(u"error").isObject(), QJsonDocument(answers.value(2)).toJson());
    QVERIFY(answers.value(3).value(u"result").isObject());
    // The one that was cancelled did not wait for its turn; the others kept theirs.
    QVERIFY(order.indexOf(2) < order.indexOf(1));
    QVERIFY(order.indexOf(1) < order.indexOf(3));
    const QByteArray queues = QJsonDocument(answers.value(4)).toJson(QJsonDocument::Compact);
    QVERIFY2(queues.contains(R"("name":"voxels")"), queues);
    const auto red = [&client](int place) {
        return client.call(u"goxel.get_voxel"_s, numbers({place, place, place}))
            .value(u"result")
            .toObject()
            .value(u"r")
            .toInt();
    };
    QCOMPARE(red(7), 1); // never painted over
    QCOMPARE(red(8), 3);
}

void tst_Plugins::leavingCallerIsForgotten()
{
    QVERIFY(startVoxels());
    LineClient stays(fixture().file(u"sock"_s));
    QVERIFY(stays.isConnected());
    stays.call(u"goxel.create_project"_s, QJsonArray{u"p"_s, 160, 160, 160});
    stays.send(LineClient::request(1, u"goxel.fill"_s, numbers({0, 0, 0, 159, 159, 159, 1, 1, 1})));
    {
        LineClient leaves(fixture().file(u"sock"_s));
        QVERIFY(leaves.isConnected());
        // An answer that needs no engine tells that the daemon has read what came before it.
        leaves.send(LineClient::request(1, u"goxel.add_voxel"_s, numbers({7, 7, 7, 2, 2, 2})));
        QVERIFY(leaves.call(u"ping"_s, QJsonArray()).contains(u"id"));
    }
    QVERIFY(stays.receive().contains(u"result"));
    QVERIFY(stays.call(u"goxel.add_voxel"_s, numbers({9, 9, 9, 4, 4, 4})).contains(u"result"));
    // Whether its call ran before it left or was dropped, the engine goes on and the daemon is well.
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "echo", "well"})).output, QByteArray("well\n"));
}

void tst_Plugins::settings()
{
    add(QStringLiteral(VOXELS_PLUGIN));
    const QString models = fixture().scratch(u"models"_s);
    QVERIFY(QDir().mkpath(models));
    QVERIFY(start("  settings:\n    voxels.directory: " + models.toUtf8() + '\n'));
    QCOMPARE(rpc(u"create_project"_s).code, 0);
    QCOMPARE(rpc(u"save_project"_s, R"(["p.voxels"])").code, 0);
    QVERIFY(QFile::exists(models + u"/p.voxels"_s));
    const Outcome outside = rpc(u"save_project"_s, R"(["../p.voxels"])");
    QVERIFY2(outside.code != 0 && outside.errorOutput.contains("is no file below"), describe(outside));
    QVERIFY(!QFile::exists(fixture().scratch(u"p.voxels"_s)));
}

void tst_Plugins::brokenPluginsAreReported()
{
    const QStringList broken{u"failing"_s,      u"nameless"_s,     u"nointerface"_s, u"otherinterface"_s,
                             u"otherversion"_s, u"plainlibrary"_s, u"throwing"_s,    u"unresolved"_s};
    for (const QString &name : broken)
        addFixture(name);
    addFixture(u"good"_s);
    addFixture(u"duplicate"_s); // comes before "good", and asks for a reserved name
    for (const QByteArray &content : {QByteArray(), QByteArray("not a library at all\n")}) {
        QFile file(directory() + (content.isEmpty() ? u"/empty.so"_s : u"/text.so"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    QVERIFY(start());
    int loaded = 0;
    for (const PluginSnapshot &plugin : plugins()) {
        QVERIFY2(plugin.state == u"loaded" || !plugin.reason.isEmpty(), qPrintable(plugin.file));
        QCOMPARE(plugin.state, plugin.name == u"good" ? u"loaded"_s : u"failed"_s);
        loaded += plugin.state == u"loaded" ? 1 : 0;
        if (plugin.state == u"failed")
            QVERIFY2(fixture().log().contains("plugin not loaded: " + plugin.reason.toUtf8()),
                     fixture().log());
    }
    QCOMPARE(loaded, 1);
    QCOMPARE(plugins().size(), broken.size() + 4);
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "good.greet"})).output, QByteArray("hello 1\n"));
    QCOMPARE(statusOf(fixture())->state, u"ready"_s); // reported, and nothing worse
}

void tst_Plugins::enabled()
{
    addFixture(u"good"_s);
    add(QStringLiteral(VOXELS_PLUGIN));
    QVERIFY(start("  enabled: [good]\n"));
    const QList<PluginSnapshot> list = plugins();
    QCOMPARE(list.size(), qsizetype(2));
    QCOMPARE(list.at(0).state, u"loaded"_s);
    QCOMPARE(list.at(1).state, u"disabled"_s);
    QVERIFY(rpc(u"create_project"_s).errorOutput.contains("unknown method"));
}

void tst_Plugins::unsafeDirectory()
{
    addFixture(u"good"_s);
    const QByteArray configuration = "plugins:\n  directory: " + directory().toUtf8() + '\n';
    const QByteArray path = QFile::encodeName(directory());
    QCOMPARE(::chmod(path.constData(), 0777), 0);
    QVERIFY(fixture().startDaemon(words({"--config", write(configuration)})));
    const QList<PluginSnapshot> list = plugins();
    QCOMPARE(list.size(), qsizetype(1));
    QVERIFY2(list.first().reason.contains(u"can be written by others"), qPrintable(list.first().reason));
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "good.greet"})).code, 127);
}

void tst_Plugins::survivesReload()
{
    addFixture(u"good"_s);
    QVERIFY(start());
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "good.greet"})).output, QByteArray("hello 1\n"));
    const Outcome reloaded = fixture().run(words({"--no-spawn", "reload"}));
    QVERIFY2(reloaded.code == 0, describe(reloaded));
    // The same plugin, which still counts.
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "good.greet"})).output, QByteArray("hello 2\n"));
    QCOMPARE(plugins().size(), qsizetype(1));
}

void tst_Plugins::survivesRestart()
{
    addFixture(u"good"_s);
    QVERIFY(start());
    const qint64 before = fixture().daemonPid();
    const Outcome restarted = fixture().run(words({"restart"}));
    QVERIFY2(restarted.code == 0, describe(restarted));
    QVERIFY(fixture().daemonPid() != before);
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "good.greet"})).output, QByteArray("hello 1\n"));
}

void tst_Plugins::namesOfTheConfigurationAreTaken()
{
    addFixture(u"good"_s);
    QVERIFY(start("commands:\n  good.greet:\n    program: /bin/echo\n    arguments: [configured]\n"));
    const QList<PluginSnapshot> list = plugins();
    QCOMPARE(list.size(), qsizetype(1));
    QVERIFY2(list.first().reason.contains(u"command \"good.greet\" exists already"),
             qPrintable(list.first().reason));
    QCOMPARE(fixture().run(words({"--no-spawn", "run", "good.greet"})).output, QByteArray("configured\n"));
}

void tst_Plugins::checkConfigTellsOfThem()
{
    addFixture(u"good"_s);
    addFixture(u"otherversion"_s);
    const QString file = write("plugins:\n  directory: " + directory().toUtf8() + '\n');
    ClientProcess check(DaemonFixture::daemonProgram(), words({"--check-config", file}));
    const Outcome outcome = DaemonFixture::runToEnd(check);
    QVERIFY2(outcome.code == 0, describe(outcome)); // such a daemon does start
    QCOMPARE(outcome.output, file.toUtf8() + ": ok\n");
    QVERIFY2(outcome.errorOutput.startsWith(file.toUtf8() + ": warning: ") &&
                 outcome.errorOutput.contains("otherversion.so was built for version 0.0"),
             describe(outcome));
    QCOMPARE(outcome.errorOutput.count('\n'), qsizetype(1));
}

QTEST_GUILESS_MAIN(tst_Plugins)
#include "tst_plugins.moc"
