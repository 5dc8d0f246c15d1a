#include "logging_p.h"

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcServer, "daemonrpc.server", QtWarningMsg)
Q_LOGGING_CATEGORY(lcRequest, "daemonrpc.request", QtWarningMsg)

} // namespace DaemonRpc
