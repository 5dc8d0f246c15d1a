// A picture of the window.
#pragma once

#include <daemonrpc/base/result.h>

#include <QObject>

#include <chrono>

namespace DaemonRpc::Monitor {

class MonitorSession;

/// Waits until there is something to be seen, and saves a picture of the window. Thread-bound.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    /// For daemons that do not answer; then the picture is taken of what there is.
    static constexpr std::chrono::seconds patience{15};
    /// Ticks with a picture, until views have settled.
    static constexpr int settleTicks = 3;

    /// @p session has to outlive it; its window is shown.
    Screenshot(MonitorSession &session, const QString &file, QObject *parent = nullptr);
    ~Screenshot() override;

Q_SIGNALS:
    /// Said once. Errors: of open(2) and write(2).
    void finished(const DaemonRpc::Result<void> &result);

private:
    void onTick();
    void take();
    [[nodiscard]] Result<void> save() const;

    MonitorSession &m_session;
    QString m_file;
    int m_ticks = 0;
    bool m_isDone = false;
};

} // namespace DaemonRpc::Monitor
