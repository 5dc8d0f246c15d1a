// A model being made: layers of voxels.
#pragma once

#include "voxelgrid.h"

#include <daemonrpc/base/result.h>

#include <QString>

#include <vector>

namespace Voxels {

/// One layer. Value. Layers are numbered from 1 and lie over each other, the last one on top.
struct Layer
{
    int id = 0;
    QString name;
    bool isVisible = true;
    VoxelGrid grid;

    friend bool operator==(const Layer &, const Layer &) = default;
};

/// Edge lengths in voxels. Value.
struct Size
{
    int width = 64;
    int height = 64;
    int depth = 64;

    friend bool operator==(const Size &, const Size &) = default;
};

/// A project: a box of voxels in layers, with limits that hold whatever is asked. Value.
///
/// Places go from 0 to the size, not included. What would cross a limit fails with ResourceExhausted and
/// changes nothing; what lies outside the box or names no layer fails with InvalidArgument.
///
///     Result<Project> project = Project::create(u"castle"_s, {64, 64, 64});
///     project->setVoxel(1, {0, 0, 0}, {200, 200, 200, 255});
class Project
{
public:
    static constexpr int maximumSide = 4096;
    static constexpr int maximumLayers = 64;
    static constexpr int maximumNameLength = 128; // characters
    /// Of all layers together: 64 MiB of voxels.
    static constexpr qint64 maximumCubes = 4096;
    /// What one fill() may set.
    static constexpr qint64 maximumFill = 4 * 1024 * 1024;

    /// With one layer, "Layer 1". Errors: InvalidArgument for a bad name or size.
    static DaemonRpc::Result<Project> create(const QString &name, const Size &size);

    [[nodiscard]] const QString &name() const { return m_name; }

    [[nodiscard]] const Size &size() const { return m_size; }

    [[nodiscard]] const std::vector<Layer> &layers() const { return m_layers; }

    [[nodiscard]] qint64 voxelCount() const;
    [[nodiscard]] qint64 cubeCount() const;

    /// Adds a layer on top and returns its number.
    DaemonRpc::Result<int> createLayer(const QString &name, bool isVisible = true);

    /// Gives layer @p layer another name and shows or hides it.
    DaemonRpc::Result<void> updateLayer(int layer, const QString &name, bool isVisible);

    /// The voxel of layer @p layer; 0: the one that is seen, of the topmost visible layer that has one.
    [[nodiscard]] DaemonRpc::Result<Color> voxel(int layer, const Position &place) const;

    /// Puts a voxel, or takes it away when @p color is empty; returns what was there.
    DaemonRpc::Result<Color> setVoxel(int layer, const Position &place, const Color &color);

    /// Sets every voxel of the box from @p from to @p to, both included; returns how many.
    DaemonRpc::Result<qint64> fill(int layer, const Position &from, const Position &to, const Color &color);

    /// The visible layers as one grid.
    [[nodiscard]] VoxelGrid merged() const;

    friend bool operator==(const Project &, const Project &) = default;

private:
    Project() = default;

    [[nodiscard]] DaemonRpc::Result<void> check(const Position &place) const;
    [[nodiscard]] DaemonRpc::Result<size_t> indexOf(int layer) const;
    [[nodiscard]] qint64 cubesNeeded(const VoxelGrid &grid, const Position &from, const Position &to) const;

    QString m_name;
    Size m_size;
    std::vector<Layer> m_layers;
};

} // namespace Voxels
