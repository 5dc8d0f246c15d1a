#include "voxelsplugin.h"

#include "voxelmethods.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>

#include <memory>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

// Below the daemon's own categories: logging.categories has its level.
Q_LOGGING_CATEGORY(lcVoxels, "daemonrpc.plugin.voxels", QtInfoMsg)

Result<void> VoxelsPlugin::initialize(PluginContext &context)
{
    const QString directory = context.settings().value(u"directory"_s);
    if (!directory.isEmpty() && (!QDir::isAbsolutePath(directory) || !QFileInfo(directory).isDir())) {
        return unexpected(ErrorCode::InvalidArgument,
                          u"the setting voxels.directory is \"%1\", which is no directory; give an absolute "
                          u"path"_s.arg(directory));
    }
    const auto engine = std::make_shared<Voxels::VoxelEngine>(directory);
    const ExclusiveEngine queue(context.name());
    for (const Voxels::VoxelMethod &method : Voxels::voxelMethods()) {
        context.addBlockingMethod(
            method.description,
            [engine, run = method.run](const RpcParams &params, const BlockingMethodContext &) {
                return run(*engine, params);
            },
            queue);
    }
    qCInfo(lcVoxels).noquote() << "files are read and written"
                               << (directory.isEmpty() ? u"anywhere"_s : u"below "_s + directory);
    return {};
}
