// When what is shown is brought up to date.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace DaemonRpc::Monitor {

/// Ticks four times a second; models take what has changed at a tick, all at once. Thread-bound.
///
/// While it is paused nothing that is shown changes, whatever the daemons do.
class UpdateClock : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds interval{250};

    explicit UpdateClock(QObject *parent = nullptr);

    void start();

    [[nodiscard]] bool isPaused() const { return m_isPaused; }

    void setPaused(bool isPaused);

    /// One tick now, paused or not.
    void refresh();

Q_SIGNALS:
    void ticked();
    void pausedChanged(bool isPaused);

private:
    void onTimeout();

    QTimer m_timer;
    bool m_isPaused = false;
};

} // namespace DaemonRpc::Monitor
