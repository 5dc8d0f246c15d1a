#include <daemonrpc/base/version.h>

namespace DaemonRpc {

QString libraryVersion() { return QStringLiteral(DAEMONRPC_VERSION); }

} // namespace DaemonRpc
