// The lock that makes a process the one daemon of its id.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/instance/fileidentity.h>

#include <QList>

#include <chrono>

namespace DaemonRpc {

/// Holds the `.lock` file of a daemon for life. Value (movable only); releases when destroyed.
///
/// Advisory open-file-description locks (fcntl(2), F_OFD_SETLK): the kernel drops them when the last
/// descriptor is closed, so a killed holder never blocks anybody, not even as a zombie; and F_OFD_GETLK asks
/// without taking, which flock(2) cannot. Byte 0 is held for life, byte 1 while the daemon starts. The file
/// of a serving daemon is never unlinked. (The holder of a *draining* name may unlink it before releasing:
/// acquire() notices.)
///
///     Result<InstanceLock> lock = InstanceLock::acquire(directory.lockPath(id));
///     if (!lock)
///         return unexpected(lock.error()); // AlreadyRunning: somebody else is the daemon
///     …bind, listen…
///     lock->markStartFinished();
class DAEMONRPC_EXPORT InstanceLock
{
public:
    static constexpr int maxHandOverTimes = 64; ///< Entries of the history; older ones are dropped.

    /// Takes both bytes without waiting for another daemon; creates the file with mode 0600.
    /// Errors: AlreadyRunning; UnsafeDirectory when the file is a link, not regular, hard-linked or not ours;
    /// those of open(2).
    static Result<InstanceLock> acquire(const QString &path);

    /// Takes over the lock that another process holds and has opened as @p descriptor, which this process has
    /// inherited: one lock with two owners, given up by the kernel when both have closed it. The descriptor
    /// is owned from here on, on errors, too. Errors: InvalidArgument when it is not the file at @p path;
    /// NotRunning when nobody, AlreadyRunning when somebody else holds it; of fcntl(2).
    static Result<InstanceLock> adopt(FileDescriptor descriptor, const QString &path);

    /// Whether some process holds byte 0 of @p path. Takes nothing and changes nothing; false for a missing
    /// or unreadable file, and for anything but a regular file.
    static bool isHeld(const QString &path);

    /// Blocks the calling thread until the holder has finished starting (or is gone), at most @p timeout;
    /// false when the time passed first. Only for a daemon process that lost the race and is about to exit:
    /// it asks the kernel again in growing steps of 1 to 10 ms, since a lock cannot be waited for with a time
    /// limit.
    static bool waitWhileStarting(const QString &path, std::chrono::milliseconds timeout);

    InstanceLock(InstanceLock &&) noexcept = default;
    InstanceLock &operator=(InstanceLock &&) noexcept = default;
    ~InstanceLock() = default;

    /// Gives byte 1 back: the daemon listens, or has failed for good. Later calls do nothing.
    void markStartFinished();

    /// Whether the path still names the file that is locked; false after release().
    [[nodiscard]] bool isStillOurs() const;

    [[nodiscard]] bool isLocked() const { return m_file.isValid(); }

    /// For a successor that inherits it; -1 after release().
    [[nodiscard]] int descriptor() const { return m_file.get(); }

    [[nodiscard]] const QString &path() const { return m_identity.path(); }

    [[nodiscard]] const FileIdentity &identity() const { return m_identity; }

    /// Gives the id up at once, before destruction. Later calls do nothing.
    void release();

    /// When this id was handed over, in milliseconds since the epoch, oldest first, at most maxHandOverTimes.
    /// Kept in the lock file, so it outlives each daemon. Lines that are no such number are skipped.
    [[nodiscard]] QList<qint64> handOverTimes() const;

    /// Adds a hand-over to the history. Errors: of pwrite(2); InvalidArgument after release().
    Result<void> recordHandOver(std::chrono::milliseconds sinceEpoch);

private:
    InstanceLock(FileDescriptor file, FileIdentity identity);

    FileDescriptor m_file;
    FileIdentity m_identity;
};

} // namespace DaemonRpc
