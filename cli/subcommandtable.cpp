#include "subcommandtable.h"

#include "commands/runcommand.h"

namespace DaemonRpc::Cli {

QList<SubcommandSpec> subcommandTable()
{
    return {
        RunCommand::spec(),
    };
}

} // namespace DaemonRpc::Cli
