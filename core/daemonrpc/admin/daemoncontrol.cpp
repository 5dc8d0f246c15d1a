#include <daemonrpc/admin/daemoncontrol.h>

namespace DaemonRpc {

DaemonControl::~DaemonControl() = default;

Result<ReloadReport> DaemonControl::reload()
{
    return unexpected(ErrorCode::Unsupported, QStringLiteral("this daemon has no configuration to reload"));
}

Result<QJsonObject> DaemonControl::configuration() const
{
    return unexpected(ErrorCode::Unsupported, QStringLiteral("this daemon has no configuration"));
}

} // namespace DaemonRpc
