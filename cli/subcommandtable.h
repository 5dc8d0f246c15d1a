// Which subcommands there are.
#pragma once

#include "subcommand.h"

namespace DaemonRpc::Cli {

/// All subcommands, in the order of the help.
[[nodiscard]] QList<SubcommandSpec> subcommandTable();

} // namespace DaemonRpc::Cli
