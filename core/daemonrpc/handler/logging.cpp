#include "logging_p.h"

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcHandler, "daemonrpc.handler", QtWarningMsg)
Q_LOGGING_CATEGORY(lcRequestSteps, "daemonrpc.request", QtWarningMsg)

} // namespace DaemonRpc
