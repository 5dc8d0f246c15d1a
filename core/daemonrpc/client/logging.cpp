#include "logging_p.h"

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcClient, "daemonrpc.client", QtWarningMsg)

} // namespace DaemonRpc
