#include "daemon/commands/stockcommands.h"

#include "daemon/commands/catcommand.h"
#include "daemon/commands/echocommand.h"
#include "daemon/commands/execcommand.h"
#include "daemon/commands/generatecommand.h"
#include "daemon/commands/sleepcommand.h"

namespace DaemonRpc {

HandlerRegistry makeStockCommands()
{
    HandlerRegistry handlers;
    handlers.add("echo", makeEchoCommand());
    handlers.add("cat", makeCatCommand());
    handlers.add("exec", makeExecCommand());
    handlers.add("sleep", makeSleepCommand());
    handlers.add("generate", makeGenerateCommand());
    return handlers;
}

} // namespace DaemonRpc
