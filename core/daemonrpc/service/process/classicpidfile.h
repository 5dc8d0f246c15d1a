// A pid file as init scripts know it.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/result.h>
#include <daemonrpc/service/export.h>

#include <QString>

namespace DaemonRpc {

/// A file with nothing but this process's pid and a line feed, mode 0644, for `daemon.pid_file`. Value
/// (movable only); removes the file when destroyed, if it still names this process. Whether a daemon lives is
/// told by its lock, never by this file.
///
/// Prepared before privileges are dropped it may lie in a directory of root's, such as /run; the daemon
/// cannot remove it there later and empties it instead.
class DAEMONRPC_SERVICE_EXPORT ClassicPidFile
{
public:
    /// Sees to it that write() will succeed once this process is user @p owner, and changes nothing that the
    /// file says: a start that fails, since the daemon runs already, must leave that daemon its file. Root
    /// makes the file when there is none and hands it to @p owner. Errors: as write().
    static Result<void> prepare(const QString &path, quint32 owner);

    /// Replaces @p path in one step, or rewrites it where the directory allows no new file but the file is
    /// ours.
    /// @p owner gets the file when this is root. Errors: InvalidArgument for a relative path; UnsafeDirectory
    /// when something else than a pid file is there (nothing is touched then); of open(2), write(2),
    /// rename(2).
    static Result<ClassicPidFile> write(const QString &path, quint32 owner);

    ClassicPidFile(ClassicPidFile &&) noexcept = default;
    ClassicPidFile &operator=(ClassicPidFile &&other) noexcept;
    ~ClassicPidFile();

    [[nodiscard]] const QString &path() const { return m_path; }

    /// Whether the path still names this file and it holds this process's pid.
    [[nodiscard]] bool isStillOurs() const;

    /// Removes or empties the file, if it is still ours. Later calls do nothing.
    void remove();

    /// Leaves the file alone from now on: another process has taken over.
    void abandon() { m_file.reset(); }

private:
    ClassicPidFile(QString path, FileDescriptor file);

    QString m_path;
    FileDescriptor m_file;
};

} // namespace DaemonRpc
