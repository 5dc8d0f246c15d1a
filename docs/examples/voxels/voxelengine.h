// One project at a time, and its files.
#pragma once

#include "voxelproject.h"

#include <optional>

namespace Voxels {

/// An engine as many programs have one: a single instance with a current project, that one caller at a time
/// may use. Value; not thread-safe: whoever shares it sees to it that its calls follow one another.
class VoxelEngine
{
public:
    /// Files are read and written below @p directory alone, by names relative to it; without one, anywhere,
    /// by absolute paths.
    explicit VoxelEngine(QString directory = {});

    /// Begins a project; what was not saved of the last one is gone. Errors: those of Project::create().
    DaemonRpc::Result<void> createProject(const QString &name, const Size &size);

    /// The current project. Errors: InvalidArgument, when there is none.
    [[nodiscard]] DaemonRpc::Result<Project *> project();

    /// Returns the path that was written. Errors: those of VoxelFile; InvalidArgument for a path that may not
    /// be used.
    DaemonRpc::Result<QString> saveProject(const QString &path);

    /// Returns the path that was read; after an error, the current project is still the one it was.
    DaemonRpc::Result<QString> loadProject(const QString &path);

    /// Writes what is seen of the project; an empty @p format means the ending of @p path. Returns the path.
    DaemonRpc::Result<QString> exportModel(const QString &path, const QString &format = {});

private:
    [[nodiscard]] DaemonRpc::Result<QString> resolve(const QString &path) const;

    QString m_directory;
    std::optional<Project> m_project;
};

} // namespace Voxels
