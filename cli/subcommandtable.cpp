#include "subcommandtable.h"

#include "commands/cancelcommand.h"
#include "commands/commandscommand.h"
#include "commands/connectionscommand.h"
#include "commands/doctorcommand.h"
#include "commands/draincommand.h"
#include "commands/healthcommand.h"
#include "commands/listcommand.h"
#include "commands/logscommand.h"
#include "commands/metricscommand.h"
#include "commands/reloadcommand.h"
#include "commands/requestscommand.h"
#include "commands/restartcommand.h"
#include "commands/rpccommand.h"
#include "commands/runcommand.h"
#include "commands/startcommand.h"
#include "commands/statuscommand.h"
#include "commands/stopcommand.h"
#include "commands/watchcommand.h"

namespace DaemonRpc::Cli {

QList<SubcommandSpec> subcommandTable()
{
    return {
        RunCommand::spec(),      CommandsCommand::spec(),    ListCommand::spec(),    StatusCommand::spec(),
        RequestsCommand::spec(), ConnectionsCommand::spec(), CancelCommand::spec(),  StartCommand::spec(),
        StopCommand::spec(),     RestartCommand::spec(),     ReloadCommand::spec(),  DrainCommand::spec(),
        LogsCommand::spec(),     HealthCommand::spec(),      MetricsCommand::spec(), DoctorCommand::spec(),
        RpcCommand::spec(),      WatchCommand::spec(),
    };
}

} // namespace DaemonRpc::Cli
