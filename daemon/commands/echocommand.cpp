#include "daemon/commands/echocommand.h"

namespace DaemonRpc {

std::unique_ptr<CommandHandler> makeEchoCommand()
{
    return std::make_unique<FunctionHandler>(
        [](RequestContext &context) -> std::unique_ptr<Execution> {
            context.write(context.arguments().mid(1).join(' ') + '\n');
            context.finish(0);
            return nullptr;
        },
        QStringLiteral("prints its arguments"));
}

} // namespace DaemonRpc
