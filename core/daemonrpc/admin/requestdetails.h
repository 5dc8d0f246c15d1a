// What a daemon tells of one request to those who may act.
#pragma once

#include <daemonrpc/admin/environmentdiff.h>
#include <daemonrpc/admin/requestsnapshot.h>

#include <optional>

namespace DaemonRpc {

/// One request with what it was asked with. Value; the result of daemon.request with `details`.
///
/// While it runs, its arguments and directory are told in full. Of a request that has ended only the
/// shortened snapshot is remembered. As an object it is the snapshot's, with one field more.
struct DAEMONRPC_EXPORT RequestDetails
{
    RequestSnapshot snapshot;
    /// What its client has sent, against what the daemon has; nothing once it has ended, and from a daemon of
    /// a version that does not tell.
    std::optional<EnvironmentDiff> environment;

    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: ProtocolViolation, when something is missing or of another type.
    static Result<RequestDetails> fromJson(const QJsonObject &json);

    friend bool operator==(const RequestDetails &, const RequestDetails &) = default;
};

} // namespace DaemonRpc
