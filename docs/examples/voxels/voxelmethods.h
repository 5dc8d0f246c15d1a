// The engine's methods, as JSON-RPC has them.
#pragma once

#include "voxelengine.h"

#include <daemonrpc/jsonrpc/methoddescription.h>
#include <daemonrpc/jsonrpc/rpcparams.h>

#include <QList>

namespace Voxels {

/// One method: what it is called and takes, and what it does with the engine. Value.
struct VoxelMethod
{
    using Function = DaemonRpc::Result<QJsonValue> (*)(VoxelEngine &engine,
                                                       const DaemonRpc::RpcParams &params);

    DaemonRpc::MethodDescription description;
    Function run = nullptr;
};

/// All of them: goxel.create_project, goxel.add_voxel …
[[nodiscard]] QList<VoxelMethod> voxelMethods();

} // namespace Voxels
