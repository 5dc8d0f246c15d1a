// What reading the configuration again has changed.
#pragma once

#include <daemonrpc/base/result.h>

#include <QJsonObject>
#include <QStringList>

namespace DaemonRpc {

/// The outcome of a reload. Value; the result of the method daemon.reload.
struct DAEMONRPC_EXPORT ReloadReport
{
    QStringList applied;      ///< Keys whose new value is in force.
    QStringList afterRestart; ///< Keys whose new value waits for a restart.

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<ReloadReport> fromJson(const QJsonObject &json);

    friend bool operator==(const ReloadReport &, const ReloadReport &) = default;
};

} // namespace DaemonRpc
