#include <daemonrpc/plugin/handlerplugin.h>

namespace DaemonRpc {

HandlerPlugin::~HandlerPlugin() = default;

} // namespace DaemonRpc
