#include "daemon/commands/execcommand.h"

#include <daemonrpc/handler/process/processhandler.h>

namespace DaemonRpc {

static Result<ProcessSpec> specFor(const RequestContext &context)
{
    const QByteArrayList &arguments = context.arguments();
    if (arguments.size() < 2 || arguments[1].isEmpty())
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("exec needs a program: exec PROGRAM [ARG...]"));
    return ProcessSpec::inContextOf(context.command(), arguments[1], arguments.mid(2));
}

std::unique_ptr<CommandHandler> makeExecCommand()
{
    return std::make_unique<ProcessHandler>(specFor, QStringLiteral("runs PROGRAM with its arguments"));
}

} // namespace DaemonRpc
