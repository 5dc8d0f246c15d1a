#include "voxelproject.h"

#include <algorithm>

namespace Voxels {

using DaemonRpc::ErrorCode;
using DaemonRpc::Result;
using DaemonRpc::unexpected;
using namespace Qt::StringLiterals;

static Result<void> checkName(const QString &name)
{
    const bool isPrintable =
        std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
    if (name.isEmpty() || name.size() > Project::maximumNameLength || !isPrintable) {
        return unexpected(ErrorCode::InvalidArgument,
                          u"a name has 1 to %1 printable characters"_s.arg(Project::maximumNameLength));
    }
    return {};
}

static Result<void> tooMany(qint64 cubes)
{
    if (cubes <= Project::maximumCubes)
        return {};
    return unexpected(ErrorCode::ResourceExhausted,
                      u"the project would need %1 cubes of 16 voxels a side, and may have %2; remove voxels "
                      u"or place them closer together"_s.arg(cubes)
                          .arg(Project::maximumCubes));
}

Result<Project> Project::create(const QString &name, const Size &size)
{
    if (const Result<void> checked = checkName(name); !checked)
        return unexpected(checked.error());
    for (const int side : {size.width, size.height, size.depth}) {
        if (side < 1 || side > maximumSide) {
            return unexpected(
                ErrorCode::InvalidArgument,
                u"a project is 1 to %1 voxels wide, high and deep, not %2"_s.arg(maximumSide).arg(side));
        }
    }
    Project project;
    project.m_name = name;
    project.m_size = size;
    project.m_layers.push_back({1, u"Layer 1"_s, true, {}});
    return project;
}

qint64 Project::voxelCount() const
{
    qint64 count = 0;
    for (const Layer &layer : m_layers)
        count += layer.grid.voxelCount();
    return count;
}

qint64 Project::cubeCount() const
{
    qint64 count = 0;
    for (const Layer &layer : m_layers)
        count += static_cast<qint64>(layer.grid.cubes().size());
    return count;
}

Result<int> Project::createLayer(const QString &name, bool isVisible)
{
    if (const Result<void> checked = checkName(name); !checked)
        return unexpected(checked.error());
    if (m_layers.size() >= maximumLayers) {
        return unexpected(ErrorCode::ResourceExhausted,
                          u"the project has %1 layers, and no more are allowed"_s.arg(maximumLayers));
    }
    const int id = m_layers.back().id + 1;
    m_layers.push_back({id, name, isVisible, {}});
    return id;
}

Result<void> Project::updateLayer(int layer, const QString &name, bool isVisible)
{
    const Result<void> checked = checkName(name);
    const Result<size_t> index = indexOf(layer);
    if (!checked || !index)
        return unexpected(checked ? index.error() : checked.error());
    m_layers.at(*index).name = name;
    m_layers.at(*index).isVisible = isVisible;
    return {};
}

Result<void> Project::check(const Position &place) const
{
    const bool isInside = place.x >= 0 && place.x < m_size.width && place.y >= 0 && place.y < m_size.height &&
                          place.z >= 0 && place.z < m_size.depth;
    if (isInside)
        return {};
    return unexpected(
        ErrorCode::InvalidArgument,
        u"(%1, %2, %3) lies outside the project, which goes from (0, 0, 0) to (%4, %5, %6)"_s.arg(place.x)
            .arg(place.y)
            .arg(place.z)
            .arg(m_size.width - 1)
            .arg(m_size.height - 1)
            .arg(m_size.depth - 1));
}

Result<size_t> Project::indexOf(int layer) const
{
    const auto found =
        std::find_if(m_layers.begin(), m_layers.end(), [layer](const Layer &l) { return l.id == layer; });
    if (found != m_layers.end())
        return static_cast<size_t>(found - m_layers.begin());
    return unexpected(ErrorCode::InvalidArgument,
                      u"there is no layer %1; goxel.list_layers lists those that exist"_s.arg(layer));
}

Result<Color> Project::voxel(int layer, const Position &place) const
{
    if (const Result<void> checked = check(place); !checked)
        return unexpected(checked.error());
    if (layer != 0) {
        const Result<size_t> index = indexOf(layer);
        return index ? Result<Color>(m_layers.at(*index).grid.at(place)) : unexpected(index.error());
    }
    for (auto candidate = m_layers.rbegin(); candidate != m_layers.rend(); ++candidate) {
        const Color color = candidate->isVisible ? candidate->grid.at(place) : Color();
        if (!color.isEmpty())
            return color;
    }
    return Color();
}

Result<Color> Project::setVoxel(int layer, const Position &place, const Color &color)
{
    const Result<void> isInside = check(place);
    const Result<size_t> index = indexOf(layer);
    if (!isInside || !index)
        return unexpected(isInside ? index.error() : isInside.error());
    VoxelGrid &grid = m_layers.at(*index).grid;
    if (!color.isEmpty() && grid.needsCube(place)) {
        if (const Result<void> fits = tooMany(cubeCount() + 1); !fits)
            return unexpected(fits.error());
    }
    const Color before = grid.at(place);
    grid.set(place, color);
    return before;
}

qint64 Project::cubesNeeded(const VoxelGrid &grid, const Position &from, const Position &to) const
{
    const Position first = VoxelGrid::cubeOf(from);
    const Position last = VoxelGrid::cubeOf(to);
    qint64 needed = cubeCount();
    for (int z = first.z; z <= last.z; ++z) {
        for (int y = first.y; y <= last.y; ++y) {
            for (int x = first.x; x <= last.x; ++x)
                needed += grid.cubes().count({x, y, z}) == 0 ? 1 : 0;
        }
    }
    return needed;
}

Result<qint64> Project::fill(int layer, const Position &from, const Position &to, const Color &color)
{
    const Result<size_t> index = indexOf(layer);
    const Result<void> isFromInside = check(from);
    const Result<void> isToInside = check(to);
    if (!index || !isFromInside || !isToInside) {
        return unexpected(!index ? index.error() : !isFromInside ? isFromInside.error() : isToInside.error());
    }
    const Position low{std::min(from.x, to.x), std::min(from.y, to.y), std::min(from.z, to.z)};
    const Position high{std::max(from.x, to.x), std::max(from.y, to.y), std::max(from.z, to.z)};
    const qint64 count = qint64(high.x - low.x + 1) * qint64(high.y - low.y + 1) * qint64(high.z - low.z + 1);
    if (count > maximumFill) {
        return unexpected(
            ErrorCode::ResourceExhausted,
            u"the box has %1 voxels, and one fill sets at most %2; fill it in parts"_s.arg(count).arg(
                maximumFill));
    }
    VoxelGrid &grid = m_layers.at(*index).grid;
    if (!color.isEmpty()) {
        if (const Result<void> fits = tooMany(cubesNeeded(grid, low, high)); !fits)
            return unexpected(fits.error());
    }
    for (int z = low.z; z <= high.z; ++z) {
        for (int y = low.y; y <= high.y; ++y) {
            for (int x = low.x; x <= high.x; ++x)
                grid.set({x, y, z}, color);
        }
    }
    return count;
}

VoxelGrid Project::merged() const
{
    VoxelGrid result;
    for (const Layer &layer : m_layers) {
        if (layer.isVisible) {
            layer.grid.forEach(
                [&result](const Position &place, const Color &color) { result.set(place, color); });
        }
    }
    return result;
}

} // namespace Voxels
