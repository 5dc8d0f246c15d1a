#include "logging_p.h"

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcAdmin, "daemonrpc.admin", QtWarningMsg)

} // namespace DaemonRpc
