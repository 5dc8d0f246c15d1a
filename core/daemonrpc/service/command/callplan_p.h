// What a call of a configured command is started with.
#pragma once

#include <daemonrpc/handler/process/processspec.h>
#include <daemonrpc/service/command/commanddefinition.h>
#include <daemonrpc/service/command/warmpoolstatistics.h>
#include <daemonrpc/wire/command.h>

#include <optional>

namespace DaemonRpc {

/// How one call runs. Value.
struct CallPlan
{
    ProcessSpec spec; ///< For a cold start.
    /// Why no copy started ahead may serve it; nothing when one may. Then `spec` is fixedSpec(), so that it
    /// makes no difference whether a copy was ready.
    std::optional<ColdReason> coldReason;

    /// @p arguments are the caller's, without the command's name.
    static CallPlan forCall(const CommandDefinition &definition, const Command &command,
                            const QByteArrayList &arguments);

    /// What a copy is started with ahead.
    static ProcessSpec fixedSpec(const CommandDefinition &definition);
};

} // namespace DaemonRpc
