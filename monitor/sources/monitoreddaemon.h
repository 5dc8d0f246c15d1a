// One daemon that is watched, or was.
#pragma once

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/admin/daemonmirror.h>

#include <QObject>

#include <optional>

namespace DaemonRpc::Monitor {

/// One process that is or was a daemon, and all that is known of it. Thread-bound. A LiveDaemon follows a
/// real one, a Replay plays one from a recording.
///
/// A fresh copy of the same daemon id is a MonitoredDaemon of its own, since its requests and connections are
/// others.
class MonitoredDaemon : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Starting, ///< Its process holds the id and does not answer yet.
        Ready,
        Busy, ///< Ready, and serving requests.
        Degraded,
        Draining,
        Gone, ///< It has ended; the picture is the last one.
    };
    Q_ENUM(State)

    /// Finished requests and log lines that are kept of each daemon.
    static constexpr size_t maxFinishedRequests = 1000;
    static constexpr size_t maxLogLines = 2000;

    /// @p serial is unique among all daemons of one DaemonList, and never used again.
    MonitoredDaemon(qint64 serial, const QString &daemonId, qint64 pid, QObject *parent = nullptr);
    ~MonitoredDaemon() override;

    [[nodiscard]] qint64 serial() const { return m_serial; }

    [[nodiscard]] const QString &daemonId() const { return m_daemonId; }

    /// 0 while unknown.
    [[nodiscard]] qint64 pid() const { return m_pid; }

    [[nodiscard]] State state() const { return m_state; }

    [[nodiscard]] bool isGone() const { return m_state == State::Gone; }

    /// When it was last heard of; milliseconds since the epoch of this machine's clock.
    [[nodiscard]] qint64 lastSeenAtMs() const { return m_lastSeenAtMs; }

    /// What is wrong with the way to it, for people; empty when it is well.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// It runs, and cannot be asked: it is stopped or stuck, or does not let this user in. problem() says
    /// why.
    [[nodiscard]] bool isOutOfReach() const { return !isGone() && !m_problem.isEmpty() && !m_isClockStopped; }

    /// Lives as long as this object. Everything in it is as the daemon told it: bounded, but not to be
    /// believed.
    [[nodiscard]] const DaemonMirror &mirror() const { return m_mirror; }

    /// The daemon's clock now, or when it was last heard of; milliseconds since the epoch.
    [[nodiscard]] qint64 nowMs() const;

    /// For questions and commands; null while there is no connection, and for one that is replayed. Pending
    /// answers are dropped with the connection.
    [[nodiscard]] virtual AdminClient *admin() const { return nullptr; }

    /// How a client reaches it; nothing for one that is replayed, or that only drains.
    [[nodiscard]] virtual std::optional<ClientOptions> clientOptions() const { return std::nullopt; }

Q_SIGNALS:
    /// state(), problem() or pid() is another.
    void stateChanged();
    /// As they came, for recordings.
    void snapshotReceived(const DaemonRpc::DaemonEvent &snapshot);
    void eventReceived(const DaemonRpc::DaemonEvent &event);
    /// admin() is another, or has become null.
    void adminChanged();

protected:
    [[nodiscard]] DaemonMirror &mutableMirror() { return m_mirror; }

    void setPid(qint64 pid);
    void setProblem(const QString &problem);
    /// Derives the state from the mirror.
    void setAnswering();
    void setState(State state);
    void markSeen();

    /// nowMs() stays at what it was when the daemon was last heard of.
    void stopClock() { m_isClockStopped = true; }

private:
    qint64 m_serial;
    QString m_daemonId;
    qint64 m_pid;
    State m_state = State::Starting;
    qint64 m_lastSeenAtMs = 0;
    bool m_isClockStopped = false;
    QString m_problem;
    DaemonMirror m_mirror;
};

} // namespace DaemonRpc::Monitor
