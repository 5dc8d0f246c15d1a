#include <daemonrpc/server/dialectconnection.h>

namespace DaemonRpc {

DialectEndpoint::~DialectEndpoint() = default;

} // namespace DaemonRpc
