// Voxels in space, most of which is empty.
#pragma once

#include <QtGlobal>

#include <array>
#include <compare>
#include <functional>
#include <map>

namespace Voxels {

/// A place in the grid. Value.
struct Position
{
    int x = 0;
    int y = 0;
    int z = 0;

    friend auto operator<=>(const Position &, const Position &) = default;
};

/// The colour of a voxel; without alpha there is no voxel. Value.
struct Color
{
    quint8 red = 0;
    quint8 green = 0;
    quint8 blue = 0;
    quint8 alpha = 0;

    [[nodiscard]] bool isEmpty() const { return alpha == 0; }

    friend bool operator==(const Color &, const Color &) = default;
};

/// A sparse grid: space is divided into cubes of 16 voxels a side, and only cubes that hold a voxel take
/// memory (16 KiB each). Value.
///
///     VoxelGrid grid;
///     grid.set({1, 2, 3}, {255, 0, 0, 255});
///     grid.forEach([](const Position &place, const Color &color) { … });
class VoxelGrid
{
public:
    static constexpr int side = 16;
    static constexpr int cubeSize = side * side * side;

    /// One cube with a voxel at least; x varies fastest, then y.
    struct Cube
    {
        std::array<Color, cubeSize> voxels{};
        int voxelCount = 0;

        friend bool operator==(const Cube &, const Cube &) = default;
    };

    /// Cubes by their place, in cubes from the origin.
    using Cubes = std::map<Position, Cube>;

    /// The voxel at @p place; an empty color where there is none.
    [[nodiscard]] Color at(const Position &place) const;

    /// Puts @p color at @p place, or takes the voxel away when @p color is empty.
    void set(const Position &place, const Color &color);

    [[nodiscard]] qint64 voxelCount() const { return m_voxelCount; }

    [[nodiscard]] const Cubes &cubes() const { return m_cubes; }

    /// Whether set() at @p place with a color takes memory for one more cube.
    [[nodiscard]] bool needsCube(const Position &place) const;

    /// Every voxel, cube by cube, in an order that depends on the places alone.
    void forEach(const std::function<void(const Position &place, const Color &color)> &visit) const;

    /// The cube that @p place is in.
    [[nodiscard]] static Position cubeOf(const Position &place);
    /// The place of number @p index of the cube at @p cube.
    [[nodiscard]] static Position placeOf(const Position &cube, int index);

    friend bool operator==(const VoxelGrid &, const VoxelGrid &) = default;

private:
    Cubes m_cubes;
    qint64 m_voxelCount = 0;
};

} // namespace Voxels
