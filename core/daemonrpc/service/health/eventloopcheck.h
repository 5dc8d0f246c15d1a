// Does the event loop keep up?
#pragma once

#include <daemonrpc/service/health/healthcheck.h>

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace DaemonRpc {

/// How late the loop was at worst since the last round: measured by a timer of its own. Thread-bound.
///
/// A loop that stands still cannot check anything; it is reported by the first round after that.
class DAEMONRPC_SERVICE_EXPORT EventLoopCheck : public HealthCheck
{
public:
    struct Options
    {
        std::chrono::milliseconds sampling{2000}; ///< How often the daemon wakes up to measure.
        std::chrono::milliseconds warning{500};
        std::chrono::milliseconds failure{5000};
    };

    /// Monotonic time, from anywhere.
    using Clock = std::function<std::chrono::milliseconds()>;

    /// Told how late the loop was, at each sample.
    using Observer = std::function<void(std::chrono::milliseconds late)>;

    EventLoopCheck();
    explicit EventLoopCheck(const Options &options, Clock clock = {});
    ~EventLoopCheck() override;

    void setObserver(Observer observer) { m_observer = std::move(observer); }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] HealthResult run() override;

private:
    void sample();

    Options m_options;
    Clock m_clock;
    Observer m_observer;
    std::chrono::milliseconds m_lastSample;
    std::chrono::milliseconds m_worst{0};
    QTimer m_timer;
};

} // namespace DaemonRpc
