// What a daemon writes down about itself, for people.
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArray>

#include <optional>

namespace DaemonRpc {

/// The content of a `.pid` file. Value. Information only: whether a daemon lives is told by its lock.
///
///     if (const Result<void> written = writePidFile(directory.pidPath(id), InstanceInfo::ofThisProcess());
///     !written)
///         warn(written.error());
struct DAEMONRPC_EXPORT InstanceInfo
{
    qint64 pid = 0;
    qint64 startedAtMs = 0;       ///< Milliseconds since the epoch.
    qint64 buildTimestampMs = 0;  ///< BuildIdentity::timestampMs of the daemon.
    QByteArray buildId;           ///< BuildIdentity::id of the daemon.
    qint64 processStartTicks = 0; ///< Start time in clock ticks since boot (proc(5), field 22); 0 = unknown.

    /// This process, started now, with its own build.
    static InstanceInfo ofThisProcess();

    /// "pid 4711, since 2024-05-01 12:00:00", in local time; for messages.
    [[nodiscard]] QString describe() const;

    friend bool operator==(const InstanceInfo &, const InstanceInfo &) = default;
};

constexpr qint64 maxPidFileBytes = 4096; ///< A longer file is not one of ours.

/// Replaces @p path in one step (a new file of mode 0600, then rename(2)); a link there is replaced, never
/// followed. Text, one `key=value` per line. Only the lock holder writes. Errors: of open(2), write(2),
/// rename(2).
DAEMONRPC_EXPORT Result<void> writePidFile(const QString &path, const InstanceInfo &info);

/// Reads what writePidFile() wrote; unknown keys and broken lines are skipped. The file must be regular and
/// belong to @p owner (the effective user when not given). Errors: NotRunning when missing; UnsafeDirectory;
/// InvalidArgument when too long or without a pid.
DAEMONRPC_EXPORT Result<InstanceInfo> readPidFile(const QString &path, std::optional<quint32> owner = {});

/// The start time of process @p pid in clock ticks since boot; 0 when unknown. With the pid it names a
/// process for good, although pids are reused. Linux only, 0 elsewhere.
DAEMONRPC_EXPORT qint64 processStartTicks(qint64 pid);

} // namespace DaemonRpc
