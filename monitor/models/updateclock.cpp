#include "models/updateclock.h"

namespace DaemonRpc::Monitor {

UpdateClock::UpdateClock(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &UpdateClock::onTimeout);
}

void UpdateClock::start() { m_timer.start(); }

void UpdateClock::setPaused(bool isPaused)
{
    if (std::exchange(m_isPaused, isPaused) != isPaused)
        Q_EMIT pausedChanged(isPaused);
}

void UpdateClock::refresh() { Q_EMIT ticked(); }

void UpdateClock::onTimeout()
{
    if (!m_isPaused)
        Q_EMIT ticked();
}

} // namespace DaemonRpc::Monitor
