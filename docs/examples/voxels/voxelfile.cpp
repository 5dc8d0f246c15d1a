#include "voxelfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtEndian>

#include <optional>

namespace Voxels {

using DaemonRpc::Error;
using DaemonRpc::ErrorCode;
using DaemonRpc::Result;
using DaemonRpc::unexpected;
using namespace Qt::StringLiterals;

static constexpr QByteArrayView magic("VOXELS1\n");
static constexpr qsizetype checksumBytes = 32; // SHA-256

namespace {

/// Appends numbers in little-endian order.
class Writer
{
public:
    explicit Writer(QByteArrayView start)
        : m_bytes(start.toByteArray())
    {}

    template <typename Number>
    void number(Number value)
    {
        const Number ordered = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char *>(&ordered), sizeof ordered);
    }

    void text(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        number(static_cast<quint16>(utf8.size()));
        m_bytes.append(utf8);
    }

    void color(const Color &color)
    {
        for (const quint8 part : {color.red, color.green, color.blue, color.alpha})
            number(part);
    }

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Takes numbers from the front; remembers the first thing that was wrong, and gives zeros from there on.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    template <typename Number>
    Number number()
    {
        const QByteArrayView taken = take(sizeof(Number));
        return taken.isEmpty() ? Number(0) : qFromLittleEndian<Number>(taken.data());
    }

    QString text()
    {
        const QByteArrayView utf8 = take(number<quint16>());
        if (!utf8.isValidUtf8())
            fail(u"a name is not UTF-8"_s);
        return QString::fromUtf8(utf8);
    }

    Color color()
    {
        const QByteArrayView four = take(4);
        if (four.isEmpty())
            return {};
        return {quint8(four[0]), quint8(four[1]), quint8(four[2]), quint8(four[3])};
    }

    void fail(const QString &what)
    {
        if (!m_error) {
            m_error = Error(ErrorCode::InvalidArgument,
                            u"this is no voxel project: %1 (at byte %2)"_s.arg(what).arg(m_place));
        }
    }

    [[nodiscard]] bool isGood() const { return !m_error; }

    [[nodiscard]] bool isAtEnd() const { return m_place == m_bytes.size(); }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    QByteArrayView take(qsizetype count)
    {
        if (m_error || m_bytes.size() - m_place < count) {
            fail(u"it ends early"_s);
            return {};
        }
        const QByteArrayView taken = m_bytes.sliced(m_place, count);
        m_place += count;
        return taken;
    }

    QByteArrayView m_bytes;
    qsizetype m_place = 0;
    std::optional<Error> m_error;
};

void writeCube(Writer &writer, const Position &place, const VoxelGrid::Cube &cube)
{
    for (const int coordinate : {place.x, place.y, place.z})
        writer.number(static_cast<quint16>(coordinate));
    for (size_t start = 0; start < cube.voxels.size();) {
        size_t end = start + 1;
        while (end < cube.voxels.size() && cube.voxels.at(end) == cube.voxels.at(start))
            ++end;
        writer.number(static_cast<quint16>(end - start));
        writer.color(cube.voxels.at(start));
        start = end;
    }
}

void readCube(Reader &reader, Project &project, int layer, std::optional<Position> &previous)
{
    const int x = reader.number<quint16>();
    const int y = reader.number<quint16>();
    const int z = reader.number<quint16>();
    const Position cube{x, y, z};
    if (previous && cube <= *previous)
        reader.fail(u"cubes are out of order"_s);
    previous = cube;
    qint64 voxels = 0;
    std::optional<Color> last;
    for (int index = 0; index < VoxelGrid::cubeSize && reader.isGood();) {
        const int length = reader.number<quint16>();
        const Color color = reader.color();
        if (length < 1 || length > VoxelGrid::cubeSize - index)
            reader.fail(u"a run has an impossible length"_s);
        if (last == color || (color.isEmpty() && color != Color()))
            reader.fail(u"a run is not written as it should be"_s);
        last = color;
        for (const int end = index + length; index < end && reader.isGood(); ++index) {
            if (color.isEmpty())
                continue;
            ++voxels;
            const Result<Color> done = project.setVoxel(layer, VoxelGrid::placeOf(cube, index), color);
            if (!done)
                reader.fail(done.error().message());
        }
    }
    if (voxels == 0)
        reader.fail(u"a cube is empty"_s);
}

void readLayer(Reader &reader, Project &project, int layer)
{
    const auto cubes = reader.number<quint32>();
    std::optional<Position> previous;
    for (quint32 count = 0; count < cubes && reader.isGood(); ++count)
        readCube(reader, project, layer, previous);
}

} // namespace

QByteArray VoxelFile::encode(const Project &project)
{
    Writer writer(magic);
    writer.text(project.name());
    for (const int side : {project.size().width, project.size().height, project.size().depth})
        writer.number(static_cast<quint16>(side));
    writer.number(static_cast<quint16>(project.layers().size()));
    for (const Layer &layer : project.layers()) {
        writer.text(layer.name);
        writer.number(static_cast<quint8>(layer.isVisible ? 1 : 0));
        writer.number(static_cast<quint32>(layer.grid.cubes().size()));
        for (const auto &[place, cube] : layer.grid.cubes())
            writeCube(writer, place, cube);
    }
    const QByteArray checksum = QCryptographicHash::hash(writer.bytes(), QCryptographicHash::Sha256);
    return writer.bytes() + checksum;
}

Result<Project> VoxelFile::decode(QByteArrayView bytes)
{
    if (!bytes.startsWith(magic) || bytes.size() < magic.size() + checksumBytes) {
        return unexpected(ErrorCode::InvalidArgument,
                          u"this is no voxel project: it does not begin with \"VOXELS1\""_s);
    }
    const QByteArrayView body = bytes.chopped(checksumBytes);
    if (QCryptographicHash::hash(body, QCryptographicHash::Sha256) != bytes.last(checksumBytes)) {
        return unexpected(ErrorCode::InvalidArgument,
                          u"the voxel project is damaged: its checksum does not fit"_s);
    }
    Reader reader(body.sliced(magic.size()));
    const QString name = reader.text();
    const int width = reader.number<quint16>();
    const int height = reader.number<quint16>();
    const int depth = reader.number<quint16>();
    const int layers = reader.number<quint16>();
    Result<Project> project = Project::create(name, {width, height, depth});
    if (!project)
        reader.fail(project.error().message());
    if (layers < 1 || layers > Project::maximumLayers)
        reader.fail(u"it has %1 layers, and 1 to %2 are allowed"_s.arg(layers).arg(Project::maximumLayers));
    for (int layer = 1; layer <= layers && reader.isGood(); ++layer) {
        const QString layerName = reader.text();
        const auto isVisible = reader.number<quint8>();
        if (isVisible > 1)
            reader.fail(u"a layer is neither visible nor hidden"_s);
        if (!reader.isGood())
            break;
        // A project has its first layer from the start.
        const Result<int> added = layer > 1 ? project->createLayer(layerName) : Result<int>(layer);
        const Result<void> updated = project->updateLayer(layer, layerName, isVisible == 1);
        if (!added || !updated)
            reader.fail((added ? updated.error() : added.error()).message());
        readLayer(reader, *project, layer);
    }
    if (reader.isGood() && !reader.isAtEnd())
        reader.fail(u"it goes on after its end"_s);
    if (reader.error())
        return unexpected(*reader.error());
    return project;
}

Result<void> VoxelFile::save(const Project &project, const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(encode(project)) >= 0 && file.commit())
        return {};
    return unexpected(ErrorCode::IoError, u"cannot write %1: %2"_s.arg(path, file.errorString()));
}

Result<Project> VoxelFile::load(const QString &path)
{
    // A pipe or a terminal would keep the reader waiting.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return unexpected(ErrorCode::IoError, u"%1 is no plain file"_s.arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(ErrorCode::IoError, u"cannot read %1: %2"_s.arg(path, file.errorString()));
    if (file.size() > maximumBytes) {
        return unexpected(
            ErrorCode::MessageTooLarge,
            u"%1 has %2 bytes, and %3 are the most"_s.arg(path).arg(file.size()).arg(maximumBytes));
    }
    const QByteArray bytes = file.read(maximumBytes + 1);
    Result<Project> project = decode(bytes);
    if (!project)
        return unexpected(project.error().code(), u"%1: %2"_s.arg(path, project.error().message()));
    return project;
}

} // namespace Voxels
