#include "modelexport.h"

#include <QFileInfo>
#include <QSaveFile>

#include <array>

namespace Voxels {

using DaemonRpc::ErrorCode;
using DaemonRpc::Result;
using DaemonRpc::unexpected;
using namespace Qt::StringLiterals;

namespace {

/// One side of a unit cube: where it looks, and its corners, counterclockwise as seen from outside.
struct Side
{
    Position direction;
    std::array<Position, 4> corners;
};

constexpr std::array<Side, 6> sides{{
    {{1, 0, 0}, {{{1, 0, 0}, {1, 1, 0}, {1, 1, 1}, {1, 0, 1}}}},
    {{-1, 0, 0}, {{{0, 0, 0}, {0, 0, 1}, {0, 1, 1}, {0, 1, 0}}}},
    {{0, 1, 0}, {{{0, 1, 0}, {0, 1, 1}, {1, 1, 1}, {1, 1, 0}}}},
    {{0, -1, 0}, {{{0, 0, 0}, {1, 0, 0}, {1, 0, 1}, {0, 0, 1}}}},
    {{0, 0, 1}, {{{0, 0, 1}, {1, 0, 1}, {1, 1, 1}, {0, 1, 1}}}},
    {{0, 0, -1}, {{{0, 0, 0}, {0, 1, 0}, {1, 1, 0}, {1, 0, 0}}}},
}};

Position sum(const Position &a, const Position &b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }

using VisitSide = std::function<void(const Position &place, const Side &side, const Color &color)>;

/// The sides between a voxel and nothing.
void forEachSide(const VoxelGrid &grid, const VisitSide &visit)
{
    grid.forEach([&grid, &visit](const Position &place, const Color &color) {
        for (const Side &side : sides) {
            if (grid.at(sum(place, side.direction)).isEmpty())
                visit(place, side, color);
        }
    });
}

/// Collects lines and remembers whether they could be written.
class LineWriter
{
public:
    explicit LineWriter(QIODevice &device)
        : m_device(device)
    {}

    void line(const QByteArray &text)
    {
        m_pending += text + '\n';
        if (m_pending.size() >= blockBytes)
            flush();
    }

    Result<void> finish()
    {
        flush();
        if (m_isGood)
            return {};
        return unexpected(ErrorCode::IoError, u"cannot write the model: "_s + m_device.errorString());
    }

private:
    static constexpr qsizetype blockBytes = 64 * 1024;

    void flush()
    {
        m_isGood = m_isGood && m_device.write(m_pending) == m_pending.size();
        m_pending.clear();
    }

    QIODevice &m_device;
    QByteArray m_pending;
    bool m_isGood = true;
};

QByteArray words(std::initializer_list<qint64> numbers)
{
    QByteArray text;
    for (const qint64 number : numbers)
        text += (text.isEmpty() ? "" : " ") + QByteArray::number(number);
    return text;
}

QByteArray hexOf(const Color &color)
{
    const std::array<char, 3> parts{static_cast<char>(color.red), static_cast<char>(color.green),
                                    static_cast<char>(color.blue)};
    return QByteArray(parts.data(), parts.size()).toHex();
}

QByteArray share(quint8 part) { return QByteArray::number(part / 255.0, 'f', 3); }

void writeText(LineWriter &writer, const VoxelGrid &grid)
{
    writer.line("# X Y Z RRGGBB");
    grid.forEach([&writer](const Position &place, const Color &color) {
        writer.line(words({place.x, place.y, place.z}) + ' ' + hexOf(color));
    });
}

void writeObj(LineWriter &writer, const VoxelGrid &grid)
{
    writer.line("# voxels: " + QByteArray::number(grid.voxelCount()));
    qint64 vertex = 1;
    forEachSide(grid, [&](const Position &place, const Side &side, const Color &color) {
        const QByteArray shares = ' ' + share(color.red) + ' ' + share(color.green) + ' ' + share(color.blue);
        for (const Position &corner : side.corners) {
            const Position at = sum(place, corner);
            writer.line("v " + words({at.x, at.y, at.z}) + shares);
        }
        writer.line("f " + words({vertex, vertex + 1, vertex + 2, vertex + 3}));
        vertex += 4;
    });
}

void writePly(LineWriter &writer, const VoxelGrid &grid)
{
    qint64 faces = 0;
    forEachSide(grid, [&faces](const Position &, const Side &, const Color &) { ++faces; });
    for (const QByteArray &line :
         {QByteArray("ply"), QByteArray("format ascii 1.0"),
          "element vertex " + QByteArray::number(faces * 4), QByteArray("property int x"),
          QByteArray("property int y"), QByteArray("property int z"),
          "element face " + QByteArray::number(faces), QByteArray("property list uchar int vertex_indices"),
          QByteArray("property uchar red"), QByteArray("property uchar green"),
          QByteArray("property uchar blue"), QByteArray("property uchar alpha"), QByteArray("end_header")})
        writer.line(line);
    forEachSide(grid, [&writer](const Position &place, const Side &side, const Color &) {
        for (const Position &corner : side.corners) {
            const Position at = sum(place, corner);
            writer.line(words({at.x, at.y, at.z}));
        }
    });
    qint64 vertex = 0;
    forEachSide(grid, [&](const Position &, const Side &, const Color &color) {
        writer.line(words({4, vertex, vertex + 1, vertex + 2, vertex + 3, color.red, color.green, color.blue,
                           color.alpha}));
        vertex += 4;
    });
}

} // namespace

QStringList ModelExport::formats() { return {u"txt"_s, u"obj"_s, u"ply"_s}; }

QString ModelExport::formatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return formats().contains(ending) ? ending : QString();
}

Result<void> ModelExport::exportTo(QIODevice &device, const VoxelGrid &grid, const QString &format)
{
    LineWriter writer(device);
    if (format == u"txt")
        writeText(writer, grid);
    else if (format == u"obj")
        writeObj(writer, grid);
    else if (format == u"ply")
        writePly(writer, grid);
    else
        return unexpected(ErrorCode::InvalidArgument,
                          u"unknown format \"%1\"; known are %2"_s.arg(format, formats().join(u", "_s)));
    return writer.finish();
}

Result<void> ModelExport::exportToFile(const QString &path, const VoxelGrid &grid, const QString &format)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unexpected(ErrorCode::IoError, u"cannot write %1: %2"_s.arg(path, file.errorString()));
    if (const Result<void> written = exportTo(file, grid, format); !written)
        return written;
    if (!file.commit())
        return unexpected(ErrorCode::IoError, u"cannot write %1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace Voxels
