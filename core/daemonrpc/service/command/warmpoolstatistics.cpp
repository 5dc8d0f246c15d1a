#include <daemonrpc/service/command/warmpoolstatistics.h>

namespace DaemonRpc {

QString coldReasonName(ColdReason reason)
{
    switch (reason) {
    case ColdReason::Arguments: return QStringLiteral("arguments");
    case ColdReason::CallersEnvironment: return QStringLiteral("callers_environment");
    case ColdReason::CallersDirectory: return QStringLiteral("callers_directory");
    case ColdReason::NoInput: return QStringLiteral("no_input");
    case ColdReason::NoneReady: return QStringLiteral("none_ready");
    }
    return {};
}

QString coldReasonText(ColdReason reason)
{
    switch (reason) {
    case ColdReason::Arguments: return QStringLiteral("it has arguments of its own");
    case ColdReason::CallersEnvironment: return QStringLiteral("the command uses the caller's environment");
    case ColdReason::CallersDirectory: return QStringLiteral("the command uses the caller's directory");
    case ColdReason::NoInput: return QStringLiteral("the command reads no input");
    case ColdReason::NoneReady: return QStringLiteral("no copy is ready");
    }
    return {};
}

} // namespace DaemonRpc
