#include <daemonrpc/handler/workqueue.h>

namespace DaemonRpc {

WorkQueue::~WorkQueue() = default;

} // namespace DaemonRpc
