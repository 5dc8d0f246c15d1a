#include <daemonrpc/server/dialectconnection.h>

namespace DaemonRpc {

quint64 DialectConnection::requestCount() const
{
    const RpcConversation *speech = conversation();
    return speech ? speech->callCount() : 0;
}

DialectEndpoint::~DialectEndpoint() = default;

} // namespace DaemonRpc
