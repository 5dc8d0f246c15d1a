#include <daemonrpc/admin/daemoncontrol.h>

namespace DaemonRpc {

DaemonControl::~DaemonControl() = default;

} // namespace DaemonRpc
