#include "voxelgrid.h"

#include <QTest>

#include <limits>
#include <vector>

using namespace Voxels;

static constexpr Color red{255, 0, 0, 255};
static constexpr Color green{0, 255, 0, 128};

class tst_VoxelGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesAndCubes_data();
    void placesAndCubes();
    void setAndRemove();
    void everyPlaceOfACube();
    void emptyCubesTakeNoMemory();
    void orderDependsOnPlacesAlone();
};

void tst_VoxelGrid::placesAndCubes_data()
{
    QTest::addColumn<int>("coordinate");
    QTest::addColumn<int>("cube");
    QTest::newRow("zero") << 0 << 0;
    QTest::newRow("last of the first") << 15 << 0;
    QTest::newRow("first of the second") << 16 << 1;
    QTest::newRow("below zero") << -1 << -1;
    QTest::newRow("lowest of that") << -16 << -1;
    QTest::newRow("next below") << -17 << -2;
    QTest::newRow("the greatest") << std::numeric_limits<int>::max() << 134217727;
    QTest::newRow("the least") << std::numeric_limits<int>::min() << -134217728;
}

void tst_VoxelGrid::placesAndCubes()
{
    QFETCH(int, coordinate);
    QFETCH(int, cube);
    QCOMPARE(VoxelGrid::cubeOf({coordinate, 0, 0}).x, cube);
    VoxelGrid grid;
    grid.set({coordinate, coordinate, coordinate}, red);
    QCOMPARE(grid.at({coordinate, coordinate, coordinate}), red);
    grid.forEach([coordinate](const Position &place, const Color &) {
        QCOMPARE(place.x, coordinate);
        QCOMPARE(place.z, coordinate);
    });
}

void tst_VoxelGrid::setAndRemove()
{
    VoxelGrid grid;
    QVERIFY(grid.at({1, 2, 3}).isEmpty());
    QVERIFY(grid.needsCube({1, 2, 3}));
    grid.set({1, 2, 3}, red);
    QVERIFY(!grid.needsCube({4, 5, 6}));
    QCOMPARE(grid.at({1, 2, 3}), red);
    QVERIFY(grid.at({3, 2, 1}).isEmpty());
    grid.set({1, 2, 3}, green);
    QCOMPARE(grid.at({1, 2, 3}), green);
    QCOMPARE(grid.voxelCount(), qint64(1));
    grid.set({1, 2, 3}, {9, 9, 9, 0});
    QCOMPARE(grid.at({1, 2, 3}), Color());
    QCOMPARE(grid.voxelCount(), qint64(0));
    QCOMPARE(grid, VoxelGrid());
}

void tst_VoxelGrid::everyPlaceOfACube()
{
    VoxelGrid grid;
    for (int index = 0; index < VoxelGrid::cubeSize; ++index)
        grid.set(VoxelGrid::placeOf({2, -1, 0}, index), {quint8(index), quint8(index >> 8), 0, 255});
    QCOMPARE(grid.voxelCount(), qint64(VoxelGrid::cubeSize));
    QCOMPARE(grid.cubes().size(), size_t(1));
    int next = 0;
    grid.forEach([&next](const Position &place, const Color &color) {
        QCOMPARE(place, VoxelGrid::placeOf({2, -1, 0}, next));
        QCOMPARE(color.red + (color.green << 8), next);
        ++next;
    });
    QCOMPARE(next, VoxelGrid::cubeSize);
    QCOMPARE(VoxelGrid::placeOf({2, -1, 0}, 0), (Position{32, -16, 0}));
    QCOMPARE(VoxelGrid::placeOf({2, -1, 0}, VoxelGrid::cubeSize - 1), (Position{47, -1, 15}));
}

void tst_VoxelGrid::emptyCubesTakeNoMemory()
{
    VoxelGrid grid;
    grid.set({100, 100, 100}, {1, 1, 1, 0});
    QVERIFY(grid.cubes().empty());
    for (int x = 0; x < 40; ++x)
        grid.set({x, 0, 0}, red);
    QCOMPARE(grid.cubes().size(), size_t(3));
    for (int x = 0; x < 16; ++x)
        grid.set({x, 0, 0}, {});
    QCOMPARE(grid.cubes().size(), size_t(2));
}

void tst_VoxelGrid::orderDependsOnPlacesAlone()
{
    const std::vector<Position> places{{40, 0, 0}, {0, 40, 0}, {0, 0, 40}, {-1, -1, -1}, {5, 5, 5}};
    VoxelGrid forwards;
    for (const Position &place : places)
        forwards.set(place, red);
    VoxelGrid backwards;
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        backwards.set(*place, red);
    const auto visited = [](const VoxelGrid &grid) {
        std::vector<Position> result;
        grid.forEach([&result](const Position &place, const Color &) { result.push_back(place); });
        return result;
    };
    QCOMPARE(visited(forwards).size(), places.size());
    QVERIFY(visited(forwards) == visited(backwards));
}

QTEST_APPLESS_MAIN(tst_VoxelGrid)
#include "tst_voxelgrid.moc"
