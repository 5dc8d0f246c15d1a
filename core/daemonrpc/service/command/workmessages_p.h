// The two messages of the persistent-worker protocol (bazel.build/remote/persistent, JSON variant).
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QByteArrayList>

namespace DaemonRpc {

/// A call for a worker. Value; one line of JSON. Singleplex: requestId is 0.
struct WorkRequest
{
    QByteArrayList arguments;
    bool isCancel = false; ///< Withdraws the request that runs.

    /// With its newline. Errors: InvalidArgument, for arguments that are not UTF-8, as JSON must be.
    [[nodiscard]] Result<QByteArray> encode() const;
};

/// A worker's answer. Value; one line of JSON.
struct WorkResponse
{
    static constexpr qint64 maxBytes = 16 * 1024 * 1024;

    int exitCode = 0;
    QByteArray output; ///< UTF-8.
    bool wasCancelled = false;

    /// Fields that are missing have their defaults, unknown ones are ignored, as protocol buffers have it.
    /// Errors: ProtocolViolation.
    static Result<WorkResponse> decode(const QByteArray &line);
};

} // namespace DaemonRpc
