#include <daemonrpc/service/health/healthcheck.h>

namespace DaemonRpc {

HealthCheck::~HealthCheck() = default;

} // namespace DaemonRpc
