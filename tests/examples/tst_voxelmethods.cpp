#include "voxelmethods.h"

#include <daemonrpc/jsonrpc/methodregistry.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;
using namespace Voxels;
using namespace Qt::StringLiterals;

class tst_VoxelMethods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void names();
    void descriptions();
    void needsAProject_data();
    void needsAProject();
    void answers_data();
    void answers();
    void byPosition();
    void files();

private:
    QJsonValue call(const QString &method, const QJsonValue &params)
    {
        QJsonValue answer;
        RpcRequest request;
        request.method = method;
        request.params = params;
        request.id = 1;
        m_registry->call(request, peer(), [&answer](const RpcOutcome &outcome) {
            const auto *error = std::get_if<RpcError>(&outcome);
            answer = error ? QJsonValue(u"error: "_s + error->message) : std::get<QJsonValue>(outcome);
        });
        return answer;
    }

    static RpcPeer peer() { return {}; }

    static QJsonValue json(const QByteArray &text)
    {
        return QJsonDocument::fromJson('[' + text + ']').array().at(0);
    }

    VoxelEngine m_engine;
    std::unique_ptr<MethodRegistry> m_registry;
};

void tst_VoxelMethods::init()
{
    m_engine = VoxelEngine();
    m_registry = std::make_unique<MethodRegistry>();
    for (const VoxelMethod &method : voxelMethods()) {
        QVERIFY(!m_registry->contains(method.description.name));
        m_registry->addSync(method.description,
                            [this, run = method.run](const RpcParams &params, const RpcPeer &) {
                                return run(m_engine, params);
                            });
    }
}

void tst_VoxelMethods::names()
{
    for (const QString &name :
         {u"create_project"_s, u"add_voxel"_s, u"get_voxel"_s, u"remove_voxel"_s, u"fill"_s, u"list_layers"_s,
          u"create_layer"_s, u"save_project"_s, u"load_project"_s, u"export_model"_s, u"project_info"_s})
        QVERIFY2(m_registry->contains(u"goxel."_s + name), qPrintable(name));
    QCOMPARE(voxelMethods().size(), qsizetype(11));
}

void tst_VoxelMethods::descriptions()
{
    for (const VoxelMethod &method : voxelMethods()) {
        QVERIFY(!method.description.summary.isEmpty() && !method.description.resultSummary.isEmpty());
        bool wasOptional = false;
        for (const MethodParameter &parameter : method.description.parameters) {
            QVERIFY2(!parameter.summary.isEmpty() && parameter.type != RpcType::Any,
                     qPrintable(parameter.name));
            QVERIFY(!(wasOptional && parameter.isRequired)); // positions: what is needed comes first
            wasOptional = !parameter.isRequired;
        }
    }
}

void tst_VoxelMethods::needsAProject_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("add_voxel") << u"add_voxel"_s << QByteArray("[0,0,0,1,2,3]");
    QTest::newRow("get_voxel") << u"get_voxel"_s << QByteArray("[0,0,0]");
    QTest::newRow("remove_voxel") << u"remove_voxel"_s << QByteArray("[0,0,0]");
    QTest::newRow("fill") << u"fill"_s << QByteArray("[0,0,0,1,1,1,1,2,3]");
    QTest::newRow("list_layers") << u"list_layers"_s << QByteArray("[]");
    QTest::newRow("create_layer") << u"create_layer"_s << QByteArray("[\"a\"]");
    QTest::newRow("project_info") << u"project_info"_s << QByteArray("[]");
    QTest::newRow("save_project") << u"save_project"_s << QByteArray("[\"/dev/null/a\"]");
    QTest::newRow("export_model") << u"export_model"_s << QByteArray("[\"/dev/null/a.txt\"]");
}

void tst_VoxelMethods::needsAProject()
{
    QFETCH(QString, method);
    QFETCH(QByteArray, params);
    const QString answer = call(u"goxel."_s + method, json(params)).toString();
    QVERIFY2(answer.startsWith(u"error: there is no project; begin one with"_s), qPrintable(answer));
}

void tst_VoxelMethods::answers_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, const QString &method, const QByteArray &params,
                        const QByteArray &answer) { QTest::newRow(name) << method << params << answer; };
    // Each starts from a project of 8 x 8 x 8 with two layers and one red voxel at (1, 2, 3) of layer 1.
    row("get", u"get_voxel"_s, R"({"x":1,"y":2,"z":3})", R"({"r":255,"g":0,"b":0,"a":255})");
    row("get nothing", u"get_voxel"_s, R"({"x":0,"y":2,"z":3})", "null");
    row("get of another layer", u"get_voxel"_s, R"({"x":1,"y":2,"z":3,"layer":2})", "null");
    row("get outside", u"get_voxel"_s, R"({"x":8,"y":0,"z":0})",
        R"j("error: (8, 0, 0) lies outside the project, which goes from (0, 0, 0) to (7, 7, 7)")j");
    row("get beyond int", u"get_voxel"_s, R"({"x":4294967296,"y":0,"z":0})",
        R"("error: parameter \"x\" must be -2147483648 to 2147483647, not 4294967296")");
    row("get without z", u"get_voxel"_s, R"({"x":8,"y":0})", R"("error: parameter \"z\" is missing")");
    row("get by a text", u"get_voxel"_s, R"({"x":"8","y":0,"z":0})",
        R"("error: parameter \"x\" must be an integer")");
    row("get by a fraction", u"get_voxel"_s, R"({"x":0.5,"y":0,"z":0})",
        R"("error: parameter \"x\" must be an integer")");
    row("add", u"add_voxel"_s, R"({"x":0,"y":0,"z":0,"r":1,"g":2,"b":3})", R"({"before":null})");
    row("add over", u"add_voxel"_s, R"({"x":1,"y":2,"z":3,"r":1,"g":2,"b":3,"a":9})",
        R"({"before":{"r":255,"g":0,"b":0,"a":255}})");
    row("add no color", u"add_voxel"_s, R"({"x":0,"y":0,"z":0,"r":1,"g":256,"b":3})",
        R"("error: parameter \"g\" must be 0 to 255, not 256")");
    row("add to no layer", u"add_voxel"_s, R"({"x":0,"y":0,"z":0,"r":1,"g":2,"b":3,"layer":3})",
        R"("error: there is no layer 3; goxel.list_layers lists those that exist")");
    row("remove", u"remove_voxel"_s, R"([1,2,3])", R"({"before":{"r":255,"g":0,"b":0,"a":255}})");
    row("remove nothing", u"remove_voxel"_s, R"([3,2,1])", R"({"before":null})");
    row("fill", u"fill"_s, R"([0,0,0,7,7,7,1,2,3])", R"({"voxels":512})");
    row("fill outside", u"fill"_s, R"([0,0,0,7,7,8,1,2,3])",
        R"j("error: (7, 7, 8) lies outside the project, which goes from (0, 0, 0) to (7, 7, 7)")j");
    row("layers", u"list_layers"_s, "[]",
        R"([{"id":1,"name":"Layer 1","visible":true,"voxels":1},{"id":2,"name":"roof","visible":false,"voxels":0}])");
    row("new layer", u"create_layer"_s, R"({"name":"tower"})", R"({"id":3})");
    row("unnamed layer", u"create_layer"_s, R"({"name":""})",
        R"("error: a name has 1 to 128 printable characters")");
    row("info", u"project_info"_s, "[]",
        R"({"name":"p","width":8,"height":8,"depth":8,"layers":2,"voxels":1,"memory_bytes":16388})");
    row("new project", u"create_project"_s, "{}",
        R"({"name":"untitled","width":64,"height":64,"depth":64,"layers":1,"voxels":0,"memory_bytes":0})");
    row("no size", u"create_project"_s, R"({"width":0})",
        R"("error: parameter \"width\" must be 1 to 4096, not 0")");
    row("save nowhere", u"save_project"_s, R"({"path":"p"})", R"("error: give an absolute path, not \"p\"")");
    row("load nothing", u"load_project"_s, R"({"path":"/dev/null/p"})",
        R"("error: cannot read /dev/null/p: Not a directory")");
    row("export unknown", u"export_model"_s, R"({"path":"/dev/null/p","format":"gltf"})",
        R"("error: cannot write /dev/null/p: Not a directory")");
    row("export unnamed", u"export_model"_s, R"({"path":"/dev/null/p"})",
        R"("error: \"/dev/null/p\" does not end in one of txt, obj, ply; name the format")");
}

void tst_VoxelMethods::answers()
{
    QFETCH(QString, method);
    QFETCH(QByteArray, params);
    QFETCH(QByteArray, answer);
    call(u"goxel.create_project"_s, json(R"(["p",8,8,8])"));
    call(u"goxel.create_layer"_s, json(R"(["roof",false])"));
    call(u"goxel.add_voxel"_s, json("[1,2,3,255,0,0]"));
    QCOMPARE(call(u"goxel."_s + method, json(params)), json(answer));
}

void tst_VoxelMethods::byPosition()
{
    QCOMPARE(call(u"goxel.create_project"_s, json(R"(["castle",16,17,18])")).toObject().value(u"depth"), 18);
    call(u"goxel.add_voxel"_s, json("[0,16,0,255,0,0,200]"));
    QCOMPARE(call(u"goxel.get_voxel"_s, json("[0,16,0]")).toObject().value(u"a"), 200);
    call(u"goxel.add_voxel"_s, json("[0,16,0,255,0,0,0]"));
    QVERIFY(call(u"goxel.get_voxel"_s, json("[0,16,0]")).isNull());
}

void tst_VoxelMethods::files()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"p.voxels"_s);
    call(u"goxel.create_project"_s, json(R"(["p",8,8,8])"));
    call(u"goxel.fill"_s, json("[0,0,0,3,3,3,9,9,9]"));
    QCOMPARE(call(u"goxel.save_project"_s, QJsonArray{path}), QJsonValue(QJsonObject{{u"path"_s, path}}));
    call(u"goxel.create_project"_s, json("[]"));
    QCOMPARE(call(u"goxel.load_project"_s, QJsonArray{path}).toObject().value(u"voxels"), 64);
    const QString model = directory.filePath(u"p.obj"_s);
    QCOMPARE(call(u"goxel.export_model"_s, QJsonArray{model}), QJsonValue(QJsonObject{{u"path"_s, model}}));
    QVERIFY(QFile::exists(model));
}

QTEST_GUILESS_MAIN(tst_VoxelMethods)
#include "tst_voxelmethods.moc"
