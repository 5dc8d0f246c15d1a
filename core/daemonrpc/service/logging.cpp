#include "logging_p.h"

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcService, "daemonrpc.service", QtWarningMsg)

} // namespace DaemonRpc
