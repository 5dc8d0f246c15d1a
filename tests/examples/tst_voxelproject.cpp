#include "voxelproject.h"

#include <QTest>

using namespace DaemonRpc;
using namespace Voxels;
using namespace Qt::StringLiterals;

static constexpr Color red{255, 0, 0, 255};
static constexpr Color blue{0, 0, 255, 255};

class tst_VoxelProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void create_data();
    void create();
    void layers();
    void topmostIsSeen();
    void outside_data();
    void outside();
    void fill();
    void fillRemoves();
    void limits();
    void merged();
};

void tst_VoxelProject::create_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("side");
    QTest::addColumn<QString>("message");
    QTest::newRow("good") << u"castle"_s << 64 << QString();
    QTest::newRow("smallest") << u"x"_s << 1 << QString();
    QTest::newRow("largest") << QString(Project::maximumNameLength, u'n') << Project::maximumSide
                             << QString();
    QTest::newRow("beyond the plane") << u"castle \U0001F3F0"_s << 64 << QString();
    QTest::newRow("no name") << QString() << 64 << u"1 to 128 printable"_s;
    QTest::newRow("long name") << QString(Project::maximumNameLength + 1, u'n') << 64 << u"1 to 128"_s;
    QTest::newRow("line break") << u"a\nb"_s << 64 << u"printable"_s;
    QTest::newRow("flat") << u"castle"_s << 0 << u"not 0"_s;
    QTest::newRow("negative") << u"castle"_s << -1 << u"not -1"_s;
    QTest::newRow("too large") << u"castle"_s << Project::maximumSide + 1 << u"not 4097"_s;
}

void tst_VoxelProject::create()
{
    QFETCH(QString, name);
    QFETCH(int, side);
    QFETCH(QString, message);
    const Result<Project> project = Project::create(name, {side, side, side});
    QCOMPARE(project.has_value(), message.isEmpty());
    if (!project) {
        QCOMPARE(project.error().code(), ErrorCode::InvalidArgument);
        QVERIFY2(project.error().message().contains(message), qPrintable(project.error().message()));
        return;
    }
    QCOMPARE(project->name(), name);
    QCOMPARE(project->size().depth, side);
    QCOMPARE(project->layers().size(), size_t(1));
    QCOMPARE(project->layers().front().id, 1);
    QCOMPARE(project->voxelCount(), qint64(0));
}

void tst_VoxelProject::layers()
{
    Result<Project> project = Project::create(u"p"_s, {});
    QVERIFY(project);
    const Result<int> second = project->createLayer(u"roof"_s, false);
    QVERIFY(second);
    QCOMPARE(*second, 2);
    QVERIFY(!project->layers().back().isVisible);
    QVERIFY(project->updateLayer(2, u"tower"_s, true));
    QCOMPARE(project->layers().back().name, u"tower"_s);
    QVERIFY(project->layers().back().isVisible);
    QCOMPARE(project->updateLayer(3, u"tower"_s, true).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(project->createLayer({}).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(project->layers().size(), size_t(2));
    while (project->layers().size() < Project::maximumLayers)
        QVERIFY(project->createLayer(u"more"_s));
    QCOMPARE(project->createLayer(u"one too many"_s).error().code(), ErrorCode::ResourceExhausted);
}

void tst_VoxelProject::topmostIsSeen()
{
    Result<Project> project = Project::create(u"p"_s, {});
    QVERIFY(project);
    QVERIFY(project->createLayer(u"above"_s));
    QVERIFY(project->setVoxel(1, {0, 0, 0}, red));
    QCOMPARE(*project->voxel(0, {0, 0, 0}), red);
    const Result<Color> before = project->setVoxel(2, {0, 0, 0}, blue);
    QVERIFY(before);
    QCOMPARE(*before, Color()); // another layer's voxel is not this one's
    QCOMPARE(*project->voxel(0, {0, 0, 0}), blue);
    QCOMPARE(*project->voxel(1, {0, 0, 0}), red);
    QVERIFY(project->updateLayer(2, u"above"_s, false));
    QCOMPARE(*project->voxel(0, {0, 0, 0}), red);
    QCOMPARE(*project->voxel(2, {0, 0, 0}), blue);
    QCOMPARE(*project->setVoxel(1, {0, 0, 0}, {}), red);
    QCOMPARE(*project->voxel(0, {0, 0, 0}), Color());
}

void tst_VoxelProject::outside_data()
{
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("z");
    QTest::addColumn<int>("layer");
    QTest::newRow("x below") << -1 << 0 << 0 << 1;
    QTest::newRow("x above") << 8 << 0 << 0 << 1;
    QTest::newRow("y below") << 0 << -1 << 0 << 1;
    QTest::newRow("y above") << 0 << 9 << 0 << 1;
    QTest::newRow("z below") << 0 << 0 << -1 << 1;
    QTest::newRow("z above") << 0 << 0 << 10 << 1;
    QTest::newRow("no such layer") << 0 << 0 << 0 << 2;
    QTest::newRow("negative layer") << 0 << 0 << 0 << -1;
}

void tst_VoxelProject::outside()
{
    QFETCH(int, x);
    QFETCH(int, y);
    QFETCH(int, z);
    QFETCH(int, layer);
    Result<Project> project = Project::create(u"p"_s, {8, 9, 10});
    QVERIFY(project);
    const Project untouched = *project;
    QCOMPARE(project->setVoxel(layer, {x, y, z}, red).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(project->voxel(layer, {x, y, z}).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(project->fill(layer, {x, y, z}, {7, 8, 9}, red).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(project->fill(layer, {7, 8, 9}, {x, y, z}, red).error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(*project, untouched);
}

void tst_VoxelProject::fill()
{
    Result<Project> project = Project::create(u"p"_s, {});
    QVERIFY(project);
    const Result<qint64> count = project->fill(1, {20, 5, 7}, {10, 5, 9}, red); // corners in any order
    QVERIFY(count);
    QCOMPARE(*count, qint64(11 * 1 * 3));
    QCOMPARE(project->voxelCount(), *count);
    QCOMPARE(*project->voxel(1, {10, 5, 7}), red);
    QCOMPARE(*project->voxel(1, {20, 5, 9}), red);
    QCOMPARE(*project->voxel(1, {21, 5, 9}), Color());
    QCOMPARE(*project->voxel(1, {15, 6, 8}), Color());
}

void tst_VoxelProject::fillRemoves()
{
    Result<Project> project = Project::create(u"p"_s, {});
    QVERIFY(project);
    QVERIFY(project->fill(1, {0, 0, 0}, {63, 63, 63}, red));
    QCOMPARE(project->voxelCount(), qint64(64 * 64 * 64));
    QCOMPARE(project->cubeCount(), qint64(64));
    QVERIFY(project->fill(1, {1, 0, 0}, {63, 63, 63}, {}));
    QCOMPARE(project->voxelCount(), qint64(64 * 64));
    QVERIFY(project->fill(1, {0, 0, 0}, {63, 63, 63}, {}));
    QCOMPARE(project->cubeCount(), qint64(0));
}

void tst_VoxelProject::limits()
{
    constexpr int side = Project::maximumSide;
    Result<Project> project = Project::create(u"p"_s, {side, side, side});
    QVERIFY(project);
    const Result<qint64> tooMuch = project->fill(1, {0, 0, 0}, {side - 1, side - 1, side - 1}, red);
    QCOMPARE(tooMuch.error().code(), ErrorCode::ResourceExhausted);
    QCOMPARE(project->cubeCount(), qint64(0));
    // One voxel in each of as many cubes as there may be.
    qint64 cubes = 0;
    for (int y = 0; y < side && cubes < Project::maximumCubes; y += VoxelGrid::side) {
        for (int x = 0; x < side && cubes < Project::maximumCubes; x += VoxelGrid::side, ++cubes)
            QVERIFY(project->setVoxel(1, {x, y, 0}, red));
    }
    QCOMPARE(project->cubeCount(), Project::maximumCubes);
    QCOMPARE(project->setVoxel(1, {0, 0, 16}, red).error().code(), ErrorCode::ResourceExhausted);
    QCOMPARE(project->fill(1, {0, 0, 15}, {0, 0, 16}, red).error().code(), ErrorCode::ResourceExhausted);
    QVERIFY(project->setVoxel(1, {0, 0, 16}, {}));
    QVERIFY(project->setVoxel(1, {1, 0, 0}, red)); // where there is memory already
    QVERIFY(project->fill(1, {0, 0, 0}, {15, 15, 15}, {}));
    QVERIFY(project->setVoxel(1, {0, 0, 16}, red));
}

void tst_VoxelProject::merged()
{
    Result<Project> project = Project::create(u"p"_s, {});
    QVERIFY(project);
    QVERIFY(project->createLayer(u"hidden"_s, false));
    QVERIFY(project->createLayer(u"above"_s));
    QVERIFY(project->fill(1, {0, 0, 0}, {2, 0, 0}, red));
    QVERIFY(project->setVoxel(2, {5, 5, 5}, red));
    QVERIFY(project->setVoxel(3, {1, 0, 0}, blue));
    const VoxelGrid grid = project->merged();
    QCOMPARE(grid.voxelCount(), qint64(3));
    QCOMPARE(grid.at({0, 0, 0}), red);
    QCOMPARE(grid.at({1, 0, 0}), blue);
    QVERIFY(grid.at({5, 5, 5}).isEmpty());
}

QTEST_APPLESS_MAIN(tst_VoxelProject)
#include "tst_voxelproject.moc"
