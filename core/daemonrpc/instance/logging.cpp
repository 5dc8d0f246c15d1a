#include "logging_p.h"

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcInstance, "daemonrpc.instance", QtWarningMsg)

} // namespace DaemonRpc
