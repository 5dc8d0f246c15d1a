#include <daemonrpc/wire/rpcframing.h>

namespace DaemonRpc {

RpcFraming::~RpcFraming() = default;

} // namespace DaemonRpc
