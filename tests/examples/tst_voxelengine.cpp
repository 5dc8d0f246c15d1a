#include "voxelengine.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;
using namespace Voxels;
using namespace Qt::StringLiterals;

static constexpr Color red{255, 0, 0, 255};

class tst_VoxelEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsAProject();
    void saveLoadExport();
    void failedLoadKeepsTheProject();
    void pathsWithoutDirectory_data();
    void pathsWithoutDirectory();
    void pathsBelowADirectory_data();
    void pathsBelowADirectory();
};

void tst_VoxelEngine::needsAProject()
{
    const QTemporaryDir directory;
    VoxelEngine engine;
    QCOMPARE(engine.project().error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(engine.saveProject(directory.filePath(u"a"_s)).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(engine.exportModel(directory.filePath(u"a.txt"_s)).error().code(), ErrorCode::InvalidArgument);
    QVERIFY(QDir(directory.path()).isEmpty());
    QVERIFY(!engine.createProject({}, {}));
    QVERIFY(!engine.project());
    QVERIFY(engine.createProject(u"p"_s, {}));
    QVERIFY(engine.project());
}

void tst_VoxelEngine::saveLoadExport()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"p.voxels"_s);
    VoxelEngine engine;
    QVERIFY(engine.createProject(u"p"_s, {8, 8, 8}));
    QVERIFY((*engine.project())->setVoxel(1, {1, 1, 1}, red));
    const Result<QString> saved = engine.saveProject(path);
    QVERIFY(saved);
    QCOMPARE(*saved, path);
    QVERIFY(engine.createProject(u"another"_s, {}));
    QVERIFY(engine.loadProject(path));
    QCOMPARE((*engine.project())->name(), u"p"_s);
    QCOMPARE(*(*engine.project())->voxel(1, {1, 1, 1}), red);

    const QString model = directory.filePath(u"p.ply"_s);
    const auto firstLine = [&model] {
        QFile file(model);
        return file.open(QIODevice::ReadOnly) ? file.readLine() : QByteArray();
    };
    QVERIFY(engine.exportModel(model));
    QCOMPARE(firstLine(), QByteArray("ply\n"));
    QVERIFY(engine.exportModel(model, u"txt"_s)); // what is named counts
    QCOMPARE(firstLine(), QByteArray("# X Y Z RRGGBB\n"));
    const Result<QString> unknown = engine.exportModel(directory.filePath(u"p.gltf"_s));
    QVERIFY(unknown.error().message().contains(u"txt, obj, ply"_s));
}

void tst_VoxelEngine::failedLoadKeepsTheProject()
{
    const QTemporaryDir directory;
    VoxelEngine engine;
    QVERIFY(engine.createProject(u"kept"_s, {}));
    QVERIFY(!engine.loadProject(directory.filePath(u"missing"_s)));
    QCOMPARE((*engine.project())->name(), u"kept"_s);
}

void tst_VoxelEngine::pathsWithoutDirectory_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("empty") << QString();
    QTest::newRow("relative") << u"p.voxels"_s;
    QTest::newRow("folder") << u"/tmp/"_s;
    QTest::newRow("NUL") << u"/tmp/a"_s + QChar(0);
}

void tst_VoxelEngine::pathsWithoutDirectory()
{
    QFETCH(QString, path);
    VoxelEngine engine;
    QVERIFY(engine.createProject(u"p"_s, {}));
    QCOMPARE(engine.saveProject(path).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(engine.loadProject(path).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(engine.exportModel(path, u"txt"_s).error().code(), ErrorCode::InvalidArgument);
}

void tst_VoxelEngine::pathsBelowADirectory_data()
{
    QTest::addColumn<QString>("path"); // %1: the directory above
    QTest::addColumn<bool>("isGood");
    QTest::newRow("name") << u"p.voxels"_s << true;
    QTest::newRow("folder") << u"folder/p.voxels"_s << true;
    QTest::newRow("absolute") << u"%1/models/p.voxels"_s << true;
    QTest::newRow("up and down") << u"folder/../p.voxels"_s << true;
    QTest::newRow("up") << u"../p.voxels"_s << false;
    QTest::newRow("neighbour") << u"%1/models2/p.voxels"_s << false;
    QTest::newRow("elsewhere") << u"%1/p.voxels"_s << false;
    QTest::newRow("through a link") << u"out/p.voxels"_s << false;
    QTest::newRow("link to a file") << u"file"_s << false;
    QTest::newRow("missing folder") << u"no/p.voxels"_s << false;
}

void tst_VoxelEngine::pathsBelowADirectory()
{
    QFETCH(QString, path);
    QFETCH(bool, isGood);
    const QTemporaryDir above;
    for (const QString &folder : {u"models"_s, u"models/folder"_s, u"models2"_s})
        QVERIFY(QDir(above.path()).mkdir(folder));
    QVERIFY(QFile::link(above.path(), above.filePath(u"models/out"_s)));
    QVERIFY(QFile::link(above.filePath(u"p.voxels"_s), above.filePath(u"models/file"_s)));
    const QString full = path.contains(u"%1"_s) ? path.arg(above.path()) : path;

    VoxelEngine engine(above.filePath(u"models"_s));
    QVERIFY(engine.createProject(u"p"_s, {}));
    const Result<QString> saved = engine.saveProject(full);
    QCOMPARE(saved.has_value(), isGood);
    if (saved) {
        QVERIFY(QFile::exists(*saved));
        QVERIFY(engine.loadProject(full));
    } else {
        QCOMPARE(saved.error().code(), ErrorCode::InvalidArgument);
        QVERIFY(!QFile::exists(above.filePath(u"p.voxels"_s)));
        QVERIFY(!QFile::exists(above.filePath(u"models2/p.voxels"_s)));
    }
}

QTEST_GUILESS_MAIN(tst_VoxelEngine)
#include "tst_voxelengine.moc"
