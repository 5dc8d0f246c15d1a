#include "logging_p.h"

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcPlugin, "daemonrpc.plugin", QtWarningMsg)

} // namespace DaemonRpc
