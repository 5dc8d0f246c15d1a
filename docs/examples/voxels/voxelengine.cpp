#include "voxelengine.h"

#include "modelexport.h"
#include "voxelfile.h"

#include <QDir>
#include <QFileInfo>

namespace Voxels {

using DaemonRpc::ErrorCode;
using DaemonRpc::Result;
using DaemonRpc::unexpected;
using namespace Qt::StringLiterals;

VoxelEngine::VoxelEngine(QString directory)
    : m_directory(std::move(directory))
{}

Result<void> VoxelEngine::createProject(const QString &name, const Size &size)
{
    Result<Project> project = Project::create(name, size);
    if (!project)
        return unexpected(project.error());
    m_project = std::move(*project);
    return {};
}

Result<Project *> VoxelEngine::project()
{
    if (m_project)
        return &*m_project;
    return unexpected(ErrorCode::InvalidArgument,
                      u"there is no project; begin one with goxel.create_project or goxel.load_project"_s);
}

Result<QString> VoxelEngine::resolve(const QString &path) const
{
    if (path.isEmpty() || path.contains(QChar::Null) || path.endsWith(u'/'))
        return unexpected(ErrorCode::InvalidArgument, u"the path of a file is needed"_s);
    if (m_directory.isEmpty()) {
        // The daemon does not work where its caller does.
        if (!path.startsWith(u'/'))
            return unexpected(ErrorCode::InvalidArgument, u"give an absolute path, not \"%1\""_s.arg(path));
        return QDir::cleanPath(path);
    }
    const QString root = QFileInfo(m_directory).canonicalFilePath();
    if (root.isEmpty())
        return unexpected(ErrorCode::IoError, u"the directory %1 does not exist"_s.arg(m_directory));
    const QString full = QDir::cleanPath(QDir(root).absoluteFilePath(path));
    // Links count as what they lead to: of the file itself when it is there, of its folder in any case.
    const QString folder = QFileInfo(QFileInfo(full).path()).canonicalFilePath();
    const bool isLink = QFileInfo(full).isSymLink();
    const bool isInside = folder == root || folder.startsWith(root + u'/');
    if (isInside && !isLink)
        return full;
    return unexpected(ErrorCode::InvalidArgument,
                      u"\"%1\" is no file below %2; give a path relative to that"_s.arg(path, m_directory));
}

Result<QString> VoxelEngine::saveProject(const QString &path)
{
    const Result<Project *> current = project();
    const Result<QString> full = resolve(path);
    if (!current || !full)
        return unexpected(current ? full.error() : current.error());
    const Result<void> saved = VoxelFile::save(**current, *full);
    return saved ? full : unexpected(saved.error());
}

Result<QString> VoxelEngine::loadProject(const QString &path)
{
    const Result<QString> full = resolve(path);
    if (!full)
        return full;
    Result<Project> loaded = VoxelFile::load(*full);
    if (!loaded)
        return unexpected(loaded.error());
    m_project = std::move(*loaded);
    return full;
}

Result<QString> VoxelEngine::exportModel(const QString &path, const QString &format)
{
    const Result<Project *> current = project();
    const Result<QString> full = resolve(path);
    if (!current || !full)
        return unexpected(current ? full.error() : current.error());
    const QString wanted = format.isEmpty() ? ModelExport::formatOf(*full) : format;
    if (wanted.isEmpty()) {
        return unexpected(ErrorCode::InvalidArgument,
                          u"\"%1\" does not end in one of %2; name the format"_s.arg(
                              path, ModelExport::formats().join(u", "_s)));
    }
    const Result<void> written = ModelExport::exportToFile(*full, (*current)->merged(), wanted);
    return written ? full : unexpected(written.error());
}

} // namespace Voxels
