#include "voxelfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sys/stat.h>

using namespace DaemonRpc;
using namespace Voxels;
using namespace Qt::StringLiterals;

static constexpr qsizetype checksumBytes = 32;

static QByteArray withChecksum(const QByteArray &body)
{
    return body + QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

template <typename Number>
static QByteArray bytesOf(Number value)
{
    QByteArray bytes(sizeof value, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

static QByteArray textOf(const QByteArray &text) { return bytesOf<quint16>(quint16(text.size())) + text; }

static QByteArray header(quint16 width = 64, quint16 layers = 1)
{
    return "VOXELS1\n" + textOf("p") + bytesOf<quint16>(width) + bytesOf<quint16>(64) + bytesOf<quint16>(64) +
           bytesOf<quint16>(layers);
}

static QByteArray layer(quint32 cubes, const QByteArray &name = "Layer 1", char visible = 1)
{
    return textOf(name) + QByteArray(1, visible) + bytesOf<quint32>(cubes);
}

static QByteArray run(quint16 length, quint32 rgba)
{
    return bytesOf<quint16>(length) + bytesOf<quint32>(rgba);
}

static QByteArray cubeAt(quint16 x)
{
    return bytesOf<quint16>(x) + bytesOf<quint16>(0) + bytesOf<quint16>(0);
}

static constexpr quint32 red = 0xff0000ff; // alpha, blue, green, red: little-endian

class tst_VoxelFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormatInBytes();
    void roundTrip_data();
    void roundTrip();
    void wrong_data();
    void wrong();
    void everyTruncation();
    void everyBitFlip();
    void saveAndLoad();
    void badFiles();

private:
    static Project sample()
    {
        Project project = *Project::create(u"castle \u00e9"_s, {100, 90, 80});
        project.createLayer(u"roof"_s, false).value();
        project.fill(1, {0, 0, 0}, {40, 3, 2}, {1, 2, 3, 255}).value();
        project.setVoxel(1, {99, 89, 79}, {9, 8, 7, 1}).value();
        project.setVoxel(2, {16, 16, 16}, {255, 255, 255, 255}).value();
        return project;
    }
};

void tst_VoxelFile::theFormatInBytes()
{
    Project project = *Project::create(u"p"_s, {});
    QVERIFY(project.setVoxel(1, {17, 0, 0}, {255, 0, 0, 255}));
    const QByteArray body = header() + layer(1) + cubeAt(1) + run(1, 0) + run(1, red) + run(4094, 0);
    QCOMPARE(VoxelFile::encode(project).toHex(' '), withChecksum(body).toHex(' '));
    QCOMPARE(*VoxelFile::decode(withChecksum(body)), project);
}

void tst_VoxelFile::roundTrip_data()
{
    QTest::addColumn<bool>("isSample");
    QTest::newRow("empty") << false;
    QTest::newRow("sample") << true;
}

void tst_VoxelFile::roundTrip()
{
    QFETCH(bool, isSample);
    const Project project = isSample ? sample() : *Project::create(u"e"_s, {1, 1, 1});
    const QByteArray bytes = VoxelFile::encode(project);
    const Result<Project> back = VoxelFile::decode(bytes);
    QVERIFY2(back, back ? "" : qPrintable(back.error().message()));
    QCOMPARE(*back, project);
    QCOMPARE(VoxelFile::encode(*back), bytes);
}

void tst_VoxelFile::wrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    const QByteArray goodCube = cubeAt(0) + run(4096, red);
    const QByteArray good = header() + layer(1) + goodCube;
    QVERIFY(VoxelFile::decode(withChecksum(good)));

    QTest::newRow("nothing") << QByteArray() << u"does not begin with"_s;
    QTest::newRow("text") << QByteArray(200, 'x') << u"does not begin with"_s;
    QTest::newRow("another version") << withChecksum("VOXELS2\n" + good.mid(8)) << u"does not begin with"_s;
    QTest::newRow("no checksum") << good << u"checksum"_s;
    QTest::newRow("magic alone") << withChecksum("VOXELS1\n") << u"ends early"_s;
    QTest::newRow("a byte more") << withChecksum(good + 'x') << u"goes on after its end"_s;
    QTest::newRow("no width") << withChecksum(header(0) + layer(0)) << u"not 0"_s;
    QTest::newRow("too wide") << withChecksum(header(4097) + layer(0)) << u"not 4097"_s;
    QTest::newRow("no layers") << withChecksum(header(64, 0)) << u"0 layers"_s;
    QTest::newRow("too many layers") << withChecksum(header(64, 65)) << u"65 layers"_s;
    QTest::newRow("missing layer") << withChecksum(header(64, 2) + layer(0)) << u"ends early"_s;
    QTest::newRow("unnamed layer") << withChecksum(header() + layer(0, {})) << u"a name has"_s;
    QTest::newRow("bad name") << withChecksum(header() + layer(0, "\xff")) << u"not UTF-8"_s;
    QTest::newRow("half visible") << withChecksum(header() + layer(0, "a", 2)) << u"neither visible"_s;
    QTest::newRow("billions of cubes")
        << withChecksum(header() + layer(0xffffffff) + goodCube) << u"ends early"_s;
    QTest::newRow("cube twice") << withChecksum(header() + layer(2) + goodCube + goodCube)
                                << u"out of order"_s;
    QTest::newRow("cubes backwards") << withChecksum(header() + layer(2) + cubeAt(1) + run(4096, red) +
                                                     goodCube)
                                     << u"out of order"_s;
    QTest::newRow("cube outside") << withChecksum(header() + layer(1) + cubeAt(4) + run(4096, red))
                                  << u"lies outside"_s;
    QTest::newRow("cube far outside")
        << withChecksum(header() + layer(1) + cubeAt(65535) + run(4096, red)) << u"lies outside"_s;
    QTest::newRow("empty cube") << withChecksum(header() + layer(1) + cubeAt(0) + run(4096, 0))
                                << u"is empty"_s;
    QTest::newRow("empty run") << withChecksum(header() + layer(1) + cubeAt(0) + run(0, red))
                               << u"impossible length"_s;
    QTest::newRow("long run") << withChecksum(header() + layer(1) + cubeAt(0) + run(4097, red))
                              << u"impossible length"_s;
    QTest::newRow("runs over the end")
        << withChecksum(header() + layer(1) + cubeAt(0) + run(4000, red) + run(97, 0))
        << u"impossible length"_s;
    QTest::newRow("split run") << withChecksum(header() + layer(1) + cubeAt(0) + run(96, red) +
                                               run(4000, red))
                               << u"not written as it should be"_s;
    QTest::newRow("invisible color") << withChecksum(header() + layer(1) + cubeAt(0) + run(96, red) +
                                                     run(4000, 0x00ffffff))
                                     << u"not written as it should be"_s;
}

void tst_VoxelFile::wrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const Result<Project> project = VoxelFile::decode(bytes);
    QVERIFY(!project);
    QCOMPARE(project.error().code(), ErrorCode::InvalidArgument);
    QVERIFY2(project.error().message().contains(message), qPrintable(project.error().message()));
}

void tst_VoxelFile::everyTruncation()
{
    const QByteArray bytes = VoxelFile::encode(sample());
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY(!VoxelFile::decode(QByteArrayView(bytes).first(length)));
    // The same below the checksum, which would hide what comes after it.
    const QByteArray body = bytes.chopped(checksumBytes);
    for (qsizetype length = 0; length < body.size(); ++length)
        QVERIFY(!VoxelFile::decode(withChecksum(body.first(length))));
}

void tst_VoxelFile::everyBitFlip()
{
    const Project project = sample();
    const QByteArray body = VoxelFile::encode(project).chopped(checksumBytes);
    for (qsizetype place = 0; place < body.size(); ++place) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray damaged = body;
            damaged[place] = char(damaged.at(place) ^ (1 << bit));
            const Result<Project> read = VoxelFile::decode(withChecksum(damaged));
            // Either an error or the one project that has these bytes.
            if (read)
                QCOMPARE(VoxelFile::encode(*read), withChecksum(damaged));
        }
    }
}

void tst_VoxelFile::saveAndLoad()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"castle.voxels"_s);
    QVERIFY(VoxelFile::save(sample(), path));
    const Result<Project> loaded = VoxelFile::load(path);
    QVERIFY(loaded);
    QCOMPARE(*loaded, sample());
    // Over what is there, and nothing else is left.
    const Project small = *Project::create(u"s"_s, {});
    QVERIFY(VoxelFile::save(small, path));
    QCOMPARE(*VoxelFile::load(path), small);
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"castle.voxels"_s});
}

void tst_VoxelFile::badFiles()
{
    const QTemporaryDir directory;
    const QString missing = directory.filePath(u"missing"_s);
    QCOMPARE(VoxelFile::load(missing).error().code(), ErrorCode::IoError);
    QCOMPARE(VoxelFile::load(directory.path()).error().code(), ErrorCode::IoError);
    QCOMPARE(VoxelFile::save(sample(), directory.filePath(u"no/such/folder"_s)).error().code(),
             ErrorCode::IoError);
    QCOMPARE(VoxelFile::save(sample(), directory.path()).error().code(), ErrorCode::IoError);

    const QString pipe = directory.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(VoxelFile::load(pipe).error().code(), ErrorCode::IoError);

    QFile large(directory.filePath(u"large"_s));
    QVERIFY(large.open(QIODevice::WriteOnly));
    QVERIFY(large.resize(VoxelFile::maximumBytes + 1)); // a hole: no disk is used
    QCOMPARE(VoxelFile::load(large.fileName()).error().code(), ErrorCode::MessageTooLarge);

    QFile text(directory.filePath(u"text"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("hello");
    text.close();
    const Result<Project> read = VoxelFile::load(text.fileName());
    QCOMPARE(read.error().code(), ErrorCode::InvalidArgument);
    QVERIFY(read.error().message().startsWith(text.fileName())); // which file
}

QTEST_GUILESS_MAIN(tst_VoxelFile)
#include "tst_voxelfile.moc"
