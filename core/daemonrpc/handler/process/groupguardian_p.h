// What ends the children of a daemon that was killed.
#pragma once

#include <daemonrpc/base/filedescriptor.h>

#include <QtGlobal>

#include <vector>

namespace DaemonRpc {

/// A small process beside the one that starts children, so that `kill -9` leaves no orphans. Thread-bound:
/// one for each thread that starts children, as "the parent" of PR_SET_PDEATHSIG is a thread, too.
///
/// PR_SET_PDEATHSIG (prctl(2)) ends a child with its parent, but not the child's own children, and it is lost
/// when a program with other privileges is executed. No other means of the kernel fits: a subreaper inherits
/// orphans only while it lives, a process namespace needs privileges, a cgroup needs somebody to delegate it.
/// So a guardian is forked with the first child. It holds nothing but the reading end of a pipe, is told by
/// each child of its process group before the program runs, and by the parent when the group has ended. At
/// end of file the parent is gone: the groups that are left get SIGTERM, and SIGKILL half a second later.
/// Processes that left their group (setsid(2), daemons) meant to outlive it, and do.
///
/// The guardian is nobody's child, has a session of its own and blocks all signals; a killed one is replaced
/// with the next child. It ends with the parent, at once when no group is left. Without one (out of
/// processes) children still run.
class GroupGuardian
{
public:
    /// The one of the calling thread; the pipe closes with the thread.
    static GroupGuardian &ofThisThread();

    GroupGuardian() = default;
    ~GroupGuardian() = default;
    GroupGuardian(const GroupGuardian &) = delete;
    GroupGuardian &operator=(const GroupGuardian &) = delete;

    /// Sees to it that the guardian lives. The descriptor takes a child's process id (as qint32), without
    /// blocking; -1 when there is no guardian.
    [[nodiscard]] int prepare();

    /// A child that was given the descriptor of prepare() leads the group @p id.
    void began(qint64 id);
    /// The group @p id needs nobody any more.
    void ended(qint64 id);

    /// Whether the guardian does not read and misses something; told with the next end of a group.
    [[nodiscard]] bool hasUntold() const { return !m_untold.empty(); }

private:
    [[nodiscard]] bool isAlive() const;
    void launch();
    void tell(qint32 message);

    FileDescriptor m_pipe;
    std::vector<qint32> m_groups; ///< What a replaced guardian has to know.
    std::vector<qint32> m_untold; ///< What did not fit into the pipe.
};

} // namespace DaemonRpc
