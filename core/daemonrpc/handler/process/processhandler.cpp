#include <daemonrpc/handler/process/processexecution.h>
#include <daemonrpc/handler/process/processhandler.h>

namespace DaemonRpc {

ProcessHandler::ProcessHandler(SpecFunction specFunction, QString summary)
    : m_specFunction(std::move(specFunction))
    , m_summary(std::move(summary))
{}

std::unique_ptr<Execution> ProcessHandler::start(RequestContext &context)
{
    const Result<ProcessSpec> spec = m_specFunction(context);
    if (!spec) {
        context.fail(spec.error());
        return nullptr;
    }
    return std::make_unique<ProcessExecution>(context, *spec);
}

} // namespace DaemonRpc
