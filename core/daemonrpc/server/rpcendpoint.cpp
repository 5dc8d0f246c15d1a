#include <daemonrpc/server/rpcendpoint.h>

namespace DaemonRpc {

RpcConversation::~RpcConversation() = default;

RpcEndpoint::~RpcEndpoint() = default;

} // namespace DaemonRpc
