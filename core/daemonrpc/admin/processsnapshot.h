// What a daemon tells about its process.
#pragma once

#include <daemonrpc/base/result.h>

#include <QJsonObject>

namespace DaemonRpc {

/// What one process takes of the machine. Value; part of a DaemonEvent.
struct DAEMONRPC_EXPORT ProcessSnapshot
{
    qint64 residentBytes = -1; ///< -1 when the system does not tell.
    qint64 privateBytes = -1;  ///< Resident and shared with nobody through files (proc(5), statm).
    qint64 cpuMs = 0;          ///< User and system time so far (getrusage(2)).

    /// Of this process, now. Reads one small file.
    [[nodiscard]] static ProcessSnapshot now();

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<ProcessSnapshot> fromJson(const QJsonObject &json);

    friend bool operator==(const ProcessSnapshot &, const ProcessSnapshot &) = default;
};

} // namespace DaemonRpc
