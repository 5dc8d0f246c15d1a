// What a person may want to be told of.
#pragma once

#include "sources/daemonlist.h"

#include <QElapsedTimer>
#include <QHash>

#include <chrono>

namespace DaemonRpc::Monitor {

/// Notices when a daemon degrades and when a cancellation is forced. Thread-bound. Much trouble at once is
/// told once.
class TroubleWatch : public QObject
{
    Q_OBJECT

public:
    /// Between two tales of the same kind about the same daemon.
    static constexpr std::chrono::seconds pause{10};

    /// @p daemons has to outlive the watch.
    explicit TroubleWatch(DaemonList &daemons, QObject *parent = nullptr);
    ~TroubleWatch() override;

    [[nodiscard]] int degradedCount() const { return m_degradedCount; }

Q_SIGNALS:
    void degradedCountChanged(int count);
    /// Both are translated, plain text.
    void troubled(const QString &title, const QString &text);

private:
    enum class Kind { Degraded, Forced };

    void follow(MonitoredDaemon *daemon);
    void onStateChanged(MonitoredDaemon *daemon);
    void onFinished(const MonitoredDaemon &daemon, const RequestSnapshot &request);
    void forget(qint64 serial);
    void count();
    [[nodiscard]] bool mayTell(qint64 serial, Kind kind);

    DaemonList &m_daemons;
    int m_degradedCount = 0;
    QHash<qint64, MonitoredDaemon::State> m_states;
    QHash<std::pair<qint64, int>, QElapsedTimer> m_told;
};

} // namespace DaemonRpc::Monitor
