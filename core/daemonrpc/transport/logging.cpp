#include "logging_p.h"

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcTransport, "daemonrpc.transport", QtWarningMsg)

} // namespace DaemonRpc
