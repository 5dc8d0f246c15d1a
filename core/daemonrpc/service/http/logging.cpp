#include "logging_p.h"

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcHttp, "daemonrpc.service.http", QtInfoMsg)

} // namespace DaemonRpc
