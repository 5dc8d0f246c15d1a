// Projects in files.
#pragma once

#include "voxelproject.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Voxels::VoxelFile {

/// Larger files are not read: more than the largest project can take.
constexpr qint64 maximumBytes = 128LL * 1024 * 1024;

/// The bytes of @p project, in the format that README.md describes: the same project gives the same bytes.
[[nodiscard]] QByteArray encode(const Project &project);

/// The project in @p bytes. Takes no more memory than the project's limits allow, whatever the bytes say.
/// Errors: InvalidArgument, with the place, for anything that encode() does not write.
[[nodiscard]] DaemonRpc::Result<Project> decode(QByteArrayView bytes);

/// Writes @p project to @p path, whole or not at all. Errors: IoError.
[[nodiscard]] DaemonRpc::Result<void> save(const Project &project, const QString &path);

/// Reads a project. Errors: IoError when @p path cannot be read or is no plain file, MessageTooLarge, those
/// of decode().
[[nodiscard]] DaemonRpc::Result<Project> load(const QString &path);

} // namespace Voxels::VoxelFile
