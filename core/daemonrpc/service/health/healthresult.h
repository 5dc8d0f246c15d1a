// What a health check found.
#pragma once

#include <daemonrpc/service/export.h>

#include <QJsonObject>
#include <QString>

namespace DaemonRpc {

/// From good to bad.
enum class HealthStatus {
    Ok,
    Warning, ///< Something to know of; the daemon serves as it should.
    Failed,  ///< The daemon is not in order.
};

/// "ok", "warning" or "failed".
[[nodiscard]] DAEMONRPC_SERVICE_EXPORT QString healthStatusName(HealthStatus status);

/// The result of one check. Value.
struct DAEMONRPC_SERVICE_EXPORT HealthResult
{
    HealthStatus status = HealthStatus::Ok;
    QString text;     ///< One sentence fragment for people, with what to do where that is known.
    double value = 0; ///< What was measured.
    QString unit; ///< Of the value: "ms", "bytes", "descriptors", "workers"; empty when there is no value.

    [[nodiscard]] QJsonObject toJson() const;

    friend bool operator==(const HealthResult &, const HealthResult &) = default;
};

} // namespace DaemonRpc
