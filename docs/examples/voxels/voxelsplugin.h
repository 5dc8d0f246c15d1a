// The engine as a plugin of a daemon.
#pragma once

#include <daemonrpc/plugin/handlerplugin.h>

/// Adds the goxel.* methods. They block, so they run on workers, and they are methods of one engine, so they
/// run one at a time, in the order of the calls, whoever calls. Setting: `voxels.directory`, see VoxelEngine.
class VoxelsPlugin : public QObject, public DaemonRpc::HandlerPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID DAEMONRPC_HANDLER_PLUGIN_IID FILE "voxels.json")
    Q_INTERFACES(DaemonRpc::HandlerPlugin)

public:
    DaemonRpc::Result<void> initialize(DaemonRpc::PluginContext &context) override;
};
