#include "sources/monitoreddaemon.h"

#include <QDateTime>

namespace DaemonRpc::Monitor {

MonitoredDaemon::MonitoredDaemon(qint64 serial, const QString &daemonId, qint64 pid, QObject *parent)
    : QObject(parent)
    , m_serial(serial)
    , m_daemonId(daemonId)
    , m_pid(pid)
{
    m_mirror.setHistoryLimits(maxFinishedRequests, maxLogLines);
    markSeen();
}

MonitoredDaemon::~MonitoredDaemon() = default;

qint64 MonitoredDaemon::nowMs() const
{
    const qint64 ago =
        isGone() || m_isClockStopped ? QDateTime::currentMSecsSinceEpoch() - m_lastSeenAtMs : 0;
    return m_mirror.daemonTimeMs() - ago;
}

void MonitoredDaemon::setPid(qint64 pid)
{
    if (std::exchange(m_pid, pid) != pid)
        Q_EMIT stateChanged();
}

void MonitoredDaemon::setProblem(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT stateChanged();
}

void MonitoredDaemon::setAnswering()
{
    const DaemonSnapshot &daemon = m_mirror.daemon();
    if (daemon.state == QLatin1String("draining"))
        setState(State::Draining);
    else if (daemon.state == QLatin1String("degraded"))
        setState(State::Degraded);
    else
        setState(m_mirror.requests().isEmpty() ? State::Ready : State::Busy);
}

void MonitoredDaemon::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

void MonitoredDaemon::markSeen() { m_lastSeenAtMs = QDateTime::currentMSecsSinceEpoch(); }

} // namespace DaemonRpc::Monitor
