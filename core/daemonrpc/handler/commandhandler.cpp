#include <daemonrpc/handler/commandhandler.h>

namespace DaemonRpc {

QString handlerKindName(HandlerKind kind)
{
    switch (kind) {
    case HandlerKind::Asynchronous: return QStringLiteral("asynchronous");
    case HandlerKind::Blocking: return QStringLiteral("blocking");
    case HandlerKind::Process: return QStringLiteral("process");
    }
    return {};
}

CommandHandler::CommandHandler() = default;

CommandHandler::~CommandHandler() = default;

FunctionHandler::FunctionHandler(Function function, QString summary)
    : m_function(std::move(function))
    , m_summary(std::move(summary))
{}

} // namespace DaemonRpc
