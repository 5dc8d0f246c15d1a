#include <daemonrpc/service/health/eventloopcheck.h>

#include <algorithm>

namespace DaemonRpc {

using std::chrono::milliseconds;

static milliseconds steadyTime()
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

EventLoopCheck::EventLoopCheck()
    : EventLoopCheck(Options{})
{}

EventLoopCheck::EventLoopCheck(const Options &options, Clock clock)
    : m_options(options)
    , m_clock(clock ? std::move(clock) : Clock(steadyTime))
    , m_lastSample(m_clock())
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.callOnTimeout(&m_timer, [this] { sample(); });
    m_timer.start(m_options.sampling);
}

EventLoopCheck::~EventLoopCheck() = default;

QString EventLoopCheck::name() const { return QStringLiteral("event_loop"); }

void EventLoopCheck::sample()
{
    const milliseconds now = m_clock();
    const milliseconds late = now - m_lastSample - m_options.sampling;
    m_worst = std::max(m_worst, late);
    m_lastSample = now;
    if (m_observer)
        m_observer(std::max(late, milliseconds(0)));
}

HealthResult EventLoopCheck::run()
{
    // The timer may be overdue just now.
    const milliseconds pending = m_clock() - m_lastSample - m_options.sampling;
    const milliseconds worst = std::max(std::exchange(m_worst, milliseconds(0)), pending);
    HealthResult result;
    result.value = static_cast<double>(std::max(worst, milliseconds(0)).count());
    result.unit = QStringLiteral("ms");
    if (worst >= m_options.warning) {
        result.status = worst >= m_options.failure ? HealthStatus::Failed : HealthStatus::Warning;
        result.text =
            QStringLiteral("the event loop was held up for %1 ms; a handler blocks it, or the machine "
                           "is overloaded")
                .arg(worst.count());
    } else {
        result.text = QStringLiteral("late by %1 ms at most").arg(std::max(worst, milliseconds(0)).count());
    }
    return result;
}

} // namespace DaemonRpc
