#include <daemonrpc/server/rpcendpoint.h>

namespace DaemonRpc {

RpcLink::~RpcLink() = default;

RpcConversation::~RpcConversation() = default;

RpcEndpoint::~RpcEndpoint() = default;

} // namespace DaemonRpc
