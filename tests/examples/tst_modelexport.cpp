#include "modelexport.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;
using namespace Voxels;
using namespace Qt::StringLiterals;

static constexpr Color red{255, 0, 0, 255};

class tst_ModelExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text();
    void objOfOneVoxel();
    void plyOfTwoVoxels();
    void hiddenSidesAreLeftOut_data();
    void hiddenSidesAreLeftOut();
    void sidesLookOutwards();
    void formats();
    void files();

private:
    static QList<QByteArray> lines(const VoxelGrid &grid, const QString &format)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        if (!ModelExport::exportTo(buffer, grid, format))
            return {};
        QList<QByteArray> result = buffer.data().split('\n');
        if (result.takeLast().isEmpty()) // every line ends
            return result;
        return {};
    }

    static VoxelGrid box(int width, int height, int depth)
    {
        VoxelGrid grid;
        for (int x = 0; x < width; ++x) {
            for (int y = 0; y < height; ++y) {
                for (int z = 0; z < depth; ++z)
                    grid.set({x, y, z}, red);
            }
        }
        return grid;
    }
};

void tst_ModelExport::text()
{
    VoxelGrid grid;
    grid.set({1, 2, 3}, {255, 16, 0, 255});
    grid.set({100, 0, 0}, {1, 2, 3, 4});
    QCOMPARE(lines(grid, u"txt"_s), (QList<QByteArray>{"# X Y Z RRGGBB", "1 2 3 ff1000", "100 0 0 010203"}));
    QCOMPARE(lines({}, u"txt"_s), QList<QByteArray>{"# X Y Z RRGGBB"});
}

void tst_ModelExport::objOfOneVoxel()
{
    VoxelGrid grid;
    grid.set({5, 6, 7}, {255, 51, 0, 255});
    const QList<QByteArray> obj = lines(grid, u"obj"_s);
    QCOMPARE(obj.size(), qsizetype(1 + 6 * 5));
    QCOMPARE(obj.at(1), QByteArray("v 6 6 7 1.000 0.200 0.000"));
    QCOMPARE(obj.at(5), QByteArray("f 1 2 3 4"));
    QCOMPARE(obj.last(), QByteArray("f 21 22 23 24"));
}

void tst_ModelExport::plyOfTwoVoxels()
{
    const QList<QByteArray> ply = lines(box(2, 1, 1), u"ply"_s);
    QCOMPARE(ply.mid(0, 3), (QList<QByteArray>{"ply", "format ascii 1.0", "element vertex 40"}));
    QVERIFY(ply.contains("element face 10"));
    const qsizetype end = ply.indexOf("end_header");
    QCOMPARE(ply.size() - end - 1, qsizetype(40 + 10));
    QCOMPARE(ply.at(end + 41), QByteArray("4 0 1 2 3 255 0 0 255"));
    QCOMPARE(ply.last(), QByteArray("4 36 37 38 39 255 0 0 255"));
}

void tst_ModelExport::hiddenSidesAreLeftOut_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("depth");
    QTest::newRow("one") << 1 << 1 << 1;
    QTest::newRow("row over two cubes") << 20 << 1 << 1;
    QTest::newRow("box") << 17 << 5 << 18;
}

void tst_ModelExport::hiddenSidesAreLeftOut()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, depth);
    const QList<QByteArray> obj = lines(box(width, height, depth), u"obj"_s);
    const auto faces =
        std::count_if(obj.begin(), obj.end(), [](const QByteArray &l) { return l.startsWith("f "); });
    QCOMPARE(qint64(faces), 2 * (qint64(width) * height + qint64(width) * depth + qint64(height) * depth));
}

// The volume that the sides enclose, by the signed volumes of the tetrahedra between them and the origin, is
// the number of voxels only if every side is there and goes round the right way.
void tst_ModelExport::sidesLookOutwards()
{
    const VoxelGrid grid = box(3, 4, 5);
    QList<QList<double>> vertices;
    double volume = 0;
    for (const QByteArray &line : lines(grid, u"obj"_s)) {
        const QList<QByteArray> words = line.split(' ');
        if (words.first() == "v")
            vertices.append({words.at(1).toDouble(), words.at(2).toDouble(), words.at(3).toDouble()});
        if (words.first() != "f")
            continue;
        const auto corner = [&](int number) { return vertices.at(words.at(number).toInt() - 1); };
        for (const int second : {2, 3}) {
            const auto a = corner(1);
            const auto b = corner(second);
            const auto c = corner(second + 1);
            volume += (a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) +
                       a[2] * (b[0] * c[1] - b[1] * c[0])) /
                      6.0;
        }
    }
    QCOMPARE(qRound(volume), 60);
}

void tst_ModelExport::formats()
{
    QCOMPARE(ModelExport::formatOf(u"/a/b.OBJ"_s), u"obj"_s);
    QCOMPARE(ModelExport::formatOf(u"/a/b.tar.ply"_s), u"ply"_s);
    QCOMPARE(ModelExport::formatOf(u"/a.txt/b"_s), QString());
    QCOMPARE(ModelExport::formatOf(u"/a/b.gltf"_s), QString());
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    const Result<void> done = ModelExport::exportTo(buffer, {}, u"gltf"_s);
    QCOMPARE(done.error().code(), ErrorCode::InvalidArgument);
    QCOMPARE(done.error().message(), u"unknown format \"gltf\"; known are txt, obj, ply"_s);
    QBuffer closed;
    QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
    QCOMPARE(ModelExport::exportTo(closed, {}, u"txt"_s).error().code(), ErrorCode::IoError);
}

void tst_ModelExport::files()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"m.txt"_s);
    QVERIFY(ModelExport::exportToFile(path, box(1, 1, 1), u"txt"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("# X Y Z RRGGBB\n0 0 0 ff0000\n"));
    // What fails leaves the old file alone.
    QVERIFY(!ModelExport::exportToFile(path, {}, u"gltf"_s));
    file.seek(0);
    QCOMPARE(file.readAll().size(), qsizetype(28));
    QCOMPARE(ModelExport::exportToFile(directory.filePath(u"no/m.txt"_s), {}, u"txt"_s).error().code(),
             ErrorCode::IoError);
}

QTEST_GUILESS_MAIN(tst_ModelExport)
#include "tst_modelexport.moc"
