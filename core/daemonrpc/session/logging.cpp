#include "logging_p.h"

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcSession, "daemonrpc.session", QtWarningMsg)

} // namespace DaemonRpc
