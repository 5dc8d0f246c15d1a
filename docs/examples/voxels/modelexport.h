// Models as text, for other programs.
#pragma once

#include "voxelgrid.h"

#include <daemonrpc/base/result.h>

#include <QIODevice>
#include <QString>
#include <QStringList>

namespace Voxels::ModelExport {

/// What exportTo() can write:
/// - "txt": one line per voxel, `X Y Z RRGGBB`;
/// - "obj": Wavefront OBJ, one square per side of a voxel that is seen from outside, colors as vertex colors;
/// - "ply": the same as Polygon File Format 1.0, ascii, with the colors of the faces.
[[nodiscard]] QStringList formats();

/// The format that the ending of @p path stands for; empty when it stands for none.
[[nodiscard]] QString formatOf(const QString &path);

/// The text of @p grid, line by line: the same grid gives the same text. Errors: InvalidArgument for a format
/// that is none of formats(), IoError when @p device does not take it.
DaemonRpc::Result<void> exportTo(QIODevice &device, const VoxelGrid &grid, const QString &format);

/// Writes to the file @p path, whole or not at all.
DaemonRpc::Result<void> exportToFile(const QString &path, const VoxelGrid &grid, const QString &format);

} // namespace Voxels::ModelExport
