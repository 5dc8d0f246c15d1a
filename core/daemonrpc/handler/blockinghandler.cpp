#include "blockingexecution_p.h"

#include <daemonrpc/handler/blockinghandler.h>

namespace DaemonRpc {

BlockingHandler::BlockingHandler(Function function, QString summary)
    : m_function(std::move(function))
    , m_summary(std::move(summary))
{}

std::unique_ptr<Execution> BlockingHandler::start(RequestContext &context)
{
    if (!context.workers()) {
        context.fail(Error(ErrorCode::Unsupported,
                           QStringLiteral("this daemon has no workers for blocking commands")));
        return nullptr;
    }
    return std::make_unique<BlockingExecution>(context, m_function);
}

} // namespace DaemonRpc
