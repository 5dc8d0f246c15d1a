#include "logging_p.h"

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcJsonRpc, "daemonrpc.jsonrpc", QtWarningMsg)

} // namespace DaemonRpc
