// Signals for a process group, and for nobody else.
#pragma once

#include <QtGlobal>

#include <chrono>

class QObject;

namespace DaemonRpc {

/// The process group of one child. Value.
///
/// A process id is a promise only while its process is not reaped: signal() may be called until then. What is
/// left of the group afterwards is found by looking at each process itself.
class ProcessGroup
{
public:
    explicit ProcessGroup(qint64 leaderPid)
        : m_id(leaderPid)
    {}

    /// Sends @p signal to every member, and SIGCONT after signals that a stopped process would not see. Only
    /// while the leader has not been reaped.
    void signal(int signal) const;

    /// After the leader was reaped: whether any member is left. Members are processes of this group and of
    /// our own session, while no process has the group's id as its pid (so that a reused id is never
    /// mistaken).
    [[nodiscard]] bool hasRemnants() const;

    /// Kills what hasRemnants() sees, each through a pidfd that is checked after opening.
    void killRemnants() const;

    /// killRemnants() after @p delay, or when the application quits, by an object that ends then or with
    /// @p owner. The guardian is told then.
    void killRemnantsLater(std::chrono::milliseconds delay, QObject *owner) const;

private:
    template <typename Visitor>
    void visitRemnants(Visitor visitor) const;

    qint64 m_id;
};

} // namespace DaemonRpc
