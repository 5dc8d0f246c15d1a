#include "voxelgrid.h"

namespace Voxels {

// Towards minus infinity, so that no two cubes meet at zero.
static int cubeCoordinate(int value)
{
    return value >= 0 ? value / VoxelGrid::side : -((-value - 1) / VoxelGrid::side) - 1;
}

static size_t indexIn(const Position &cube, const Position &place)
{
    const int x = place.x - cube.x * VoxelGrid::side;
    const int y = place.y - cube.y * VoxelGrid::side;
    const int z = place.z - cube.z * VoxelGrid::side;
    const int index = (z * VoxelGrid::side + y) * VoxelGrid::side + x;
    return static_cast<size_t>(index);
}

Position VoxelGrid::cubeOf(const Position &place)
{
    return {cubeCoordinate(place.x), cubeCoordinate(place.y), cubeCoordinate(place.z)};
}

Position VoxelGrid::placeOf(const Position &cube, int index)
{
    return {cube.x * side + index % side, cube.y * side + index / side % side,
            cube.z * side + index / (side * side)};
}

Color VoxelGrid::at(const Position &place) const
{
    const Position cube = cubeOf(place);
    const auto found = m_cubes.find(cube);
    return found == m_cubes.end() ? Color() : found->second.voxels.at(indexIn(cube, place));
}

bool VoxelGrid::needsCube(const Position &place) const { return m_cubes.count(cubeOf(place)) == 0; }

void VoxelGrid::set(const Position &place, const Color &color)
{
    const Position key = cubeOf(place);
    auto cube = m_cubes.find(key);
    if (cube == m_cubes.end()) {
        if (color.isEmpty())
            return;
        cube = m_cubes.emplace(key, Cube()).first;
    }
    Color &voxel = cube->second.voxels.at(indexIn(key, place));
    const int change = (color.isEmpty() ? 0 : 1) - (voxel.isEmpty() ? 0 : 1);
    voxel = color.isEmpty() ? Color() : color; // what is not seen has no color either
    cube->second.voxelCount += change;
    m_voxelCount += change;
    if (cube->second.voxelCount == 0)
        m_cubes.erase(cube);
}

void VoxelGrid::forEach(const std::function<void(const Position &, const Color &)> &visit) const
{
    for (const auto &[place, cube] : m_cubes) {
        for (int index = 0; index < cubeSize; ++index) {
            const Color &color = cube.voxels.at(static_cast<size_t>(index));
            if (!color.isEmpty())
                visit(placeOf(place, index), color);
        }
    }
}

} // namespace Voxels
