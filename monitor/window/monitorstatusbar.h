// The line at the foot of the window.
#pragma once

#include "models/tone.h"
#include "models/updateclock.h"
#include "sources/daemonlist.h"

#include <QElapsedTimer>
#include <QStatusBar>

class QLabel;

namespace DaemonRpc::Monitor {

/// Says how many daemons there are, whether updates are paused, how many come, and what was lost of them.
/// Thread-bound.
class MonitorStatusBar : public QStatusBar
{
    Q_OBJECT

public:
    /// Both have to outlive it.
    MonitorStatusBar(DaemonList &daemons, UpdateClock &clock, QWidget *parent = nullptr);
    ~MonitorStatusBar() override;

    /// For some seconds; plain text.
    void report(const QString &text, Tone tone);

    /// Where the daemons come from when they are none that run, or that they are being recorded; empty for
    /// nothing.
    void setSource(const QString &text);

private:
    void follow(MonitoredDaemon *daemon);
    void update();
    void updateRate();
    QLabel *addLabel();

    DaemonList &m_daemons;
    UpdateClock &m_clock;
    QLabel *m_source;
    QLabel *m_paused;
    QLabel *m_lost;
    QLabel *m_rate;
    QLabel *m_count;
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_events = 0;
};

} // namespace DaemonRpc::Monitor
