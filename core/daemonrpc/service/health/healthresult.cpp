#include <daemonrpc/service/health/healthresult.h>

namespace DaemonRpc {

QString healthStatusName(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Ok: return QStringLiteral("ok");
    case HealthStatus::Warning: return QStringLiteral("warning");
    case HealthStatus::Failed: return QStringLiteral("failed");
    }
    return {};
}

QJsonObject HealthResult::toJson() const
{
    return {
        {QStringLiteral("status"), healthStatusName(status)},
        {QStringLiteral("text"), text},
        {QStringLiteral("value"), value},
        {QStringLiteral("unit"), unit},
    };
}

} // namespace DaemonRpc
