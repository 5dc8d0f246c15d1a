// What a daemon tells about its health.
#pragma once

#include <daemonrpc/base/result.h>

#include <QJsonObject>
#include <QList>
#include <QString>

namespace DaemonRpc {

/// What one health check found last. Value.
struct DAEMONRPC_EXPORT HealthCheckSnapshot
{
    QString name;
    QString status; ///< "ok", "warning" or "failed".
    QString text;   ///< For people.
    double value = 0;
    QString unit;       ///< Of the value; empty when there is none.
    qint64 sinceMs = 0; ///< When the status last changed; milliseconds since the epoch.

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<HealthCheckSnapshot> fromJson(const QJsonObject &json);

    friend bool operator==(const HealthCheckSnapshot &, const HealthCheckSnapshot &) = default;
};

/// The health of one daemon as of its last round of checks. Value; part of a DaemonEvent. What the method
/// health.check returns can be read as one, too.
struct DAEMONRPC_EXPORT HealthSnapshot
{
    QString status; ///< The worst of all checks.
    QList<HealthCheckSnapshot> checks;

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<HealthSnapshot> fromJson(const QJsonObject &json);

    friend bool operator==(const HealthSnapshot &, const HealthSnapshot &) = default;
};

} // namespace DaemonRpc
