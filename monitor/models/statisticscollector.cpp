#include "models/statisticscollector.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace DaemonRpc::Monitor {

static constexpr std::chrono::seconds samplePause{1};
static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
// A daemon tells of its process about once a second, and only when something is different.
static constexpr qint64 processPauseMs = 1250;
static constexpr qint64 processIdleMs = 2 * processPauseMs;
static constexpr qint64 leastProcessPauseMs = 100;
// More cores than a machine has: the daemon errs.
static constexpr double maxCores = 4096;

struct StatisticsCollector::Followed
{
    explicit Followed(MonitoredDaemon &watched)
        : daemon(watched)
    {}

    MonitoredDaemon &daemon;
    DaemonStatistics statistics;
    StatisticsSample last;
    bool isKnown = false; ///< last is of a look that the next one continues.
    qint64 cpuMs = -1;    ///< As last told, and when.
    qint64 cpuToldAtMs = -1;
    double cpu = unknown;
};

static qint64 localNowMs() { return QDateTime::currentMSecsSinceEpoch(); }

static qint64 timeOf(const MonitoredDaemon &daemon)
{
    return std::clamp<qint64>(daemon.nowMs(), 0, localNowMs());
}

StatisticsCollector::StatisticsCollector(DaemonList &daemons, QObject *parent)
    : QObject(parent)
    , m_daemons(daemons)
{
    connect(&m_daemons, &DaemonList::added, this, &StatisticsCollector::follow);
    connect(&m_daemons, &DaemonList::removed, this, &StatisticsCollector::forget);
    connect(&m_daemons, &DaemonList::stateChanged, this, &StatisticsCollector::onStateChanged);
    for (const auto &daemon : m_daemons.daemons())
        follow(daemon.get());
    connect(&m_timer, &QTimer::timeout, this, &StatisticsCollector::sample);
    m_timer.start(samplePause);
}

StatisticsCollector::~StatisticsCollector() = default;

const DaemonStatistics *StatisticsCollector::find(qint64 serial) const
{
    const auto found = m_followed.find(serial);
    return found == m_followed.end() ? nullptr : &found->second->statistics;
}

qint64 StatisticsCollector::nowMs() const
{
    const bool isLive = std::any_of(m_followed.begin(), m_followed.end(), [](const auto &entry) {
        return entry.second->daemon.admin() != nullptr;
    });
    return isLive || m_all.lastTimeMs() < 0 ? localNowMs() : m_all.lastTimeMs();
}

void StatisticsCollector::sample()
{
    for (const auto &[serial, followed] : m_followed) {
        if (followed->daemon.admin() && followed->isKnown)
            observe(followed.get(), timeOf(followed->daemon));
    }
    observeAll();
    Q_EMIT sampled();
}

void StatisticsCollector::follow(MonitoredDaemon *daemon)
{
    Followed *followed = m_followed.insert_or_assign(daemon->serial(), std::make_unique<Followed>(*daemon))
                             .first->second.get();
    const DaemonMirror *mirror = &daemon->mirror();
    connect(mirror, &DaemonMirror::wasReset, this, [this, followed] { onReset(followed); });
    connect(mirror, &DaemonMirror::processChanged, this, [this, followed] { onProcessChanged(followed); });
    connect(mirror, &DaemonMirror::requestFinished, this,
            [this, followed](const DaemonRpc::RequestSnapshot &last) {
                const qint64 timeMs = timeOf(followed->daemon);
                followed->statistics.recordLatency(timeMs, last.durationMs);
                m_all.recordLatency(timeMs, last.durationMs);
            });
    connect(mirror, &DaemonMirror::updated, this, [this, followed] {
        observe(followed, timeOf(followed->daemon));
        observeAll();
    });
    // Without a connection nobody knows; until there is one again it is not in the sums.
    connect(daemon, &MonitoredDaemon::adminChanged, this, [followed] {
        if (!followed->daemon.admin()) {
            followed->isKnown = false;
            followed->last = {};
        }
    });
    if (mirror->sequence() >= 0) {
        onReset(followed);
        observe(followed, timeOf(*daemon));
    }
}

void StatisticsCollector::forget(qint64 serial)
{
    const auto found = m_followed.find(serial);
    if (found == m_followed.end())
        return;
    disconnect(&found->second->daemon.mirror(), nullptr, this, nullptr);
    disconnect(&found->second->daemon, nullptr, this, nullptr);
    m_followed.erase(found);
}

void StatisticsCollector::onReset(Followed *followed)
{
    const DaemonMirror &mirror = followed->daemon.mirror();
    const qint64 nowMs = timeOf(followed->daemon);
    const qint64 knownUntilMs = followed->statistics.lastTimeMs();
    // What finished before anyone looked is not lost on the quantiles.
    for (const RequestSnapshot &request : mirror.finishedRequests()) {
        if (request.finishedAtMs > knownUntilMs && request.finishedAtMs <= nowMs) {
            followed->statistics.recordLatency(request.finishedAtMs, request.durationMs);
            m_all.recordLatency(request.finishedAtMs, request.durationMs);
        }
    }
    followed->statistics.interrupt();
    // Nobody was seen in the meantime: what all did is as unknown.
    if (nowMs - m_all.lastTimeMs() > std::chrono::milliseconds(2 * samplePause).count())
        m_all.interrupt();
    followed->isKnown = false;
    followed->cpu = unknown;
    followed->cpuMs = mirror.process() ? mirror.process()->cpuMs : -1;
    followed->cpuToldAtMs = nowMs;
}

void StatisticsCollector::onProcessChanged(Followed *followed)
{
    const std::optional<ProcessSnapshot> &process = followed->daemon.mirror().process();
    if (!process)
        return;
    const qint64 nowMs = timeOf(followed->daemon);
    const qint64 pauseMs = nowMs - followed->cpuToldAtMs;
    if (followed->cpuMs >= 0 && pauseMs < leastProcessPauseMs && pauseMs >= 0)
        return;
    if (followed->cpuMs >= 0 && pauseMs > 0) {
        // After a while without a change, all of it is of the latest pause.
        const qint64 takenMs = pauseMs > processIdleMs ? processPauseMs : pauseMs;
        const double spentMs = static_cast<double>(process->cpuMs) - static_cast<double>(followed->cpuMs);
        followed->cpu = std::clamp(spentMs / static_cast<double>(takenMs), 0.0, maxCores);
    }
    followed->cpuMs = process->cpuMs;
    followed->cpuToldAtMs = nowMs;
}

void StatisticsCollector::observe(Followed *followed, qint64 timeMs)
{
    if (followed->daemon.isGone())
        return;
    const DaemonMirror &mirror = followed->daemon.mirror();
    const EventTotals &totals = mirror.totals();
    if (timeMs - followed->cpuToldAtMs > processIdleMs && followed->cpuMs >= 0)
        followed->cpu = 0;
    const qint64 queued = mirror.daemon().queuedRequests;
    const std::optional<ProcessSnapshot> &process = mirror.process();
    const StatisticsSample sample{
        {static_cast<double>(totals.finishedRequests), static_cast<double>(totals.failedRequests),
         static_cast<double>(totals.cancelledRequests), static_cast<double>(totals.forcedRequests),
         static_cast<double>(totals.inputBytes), static_cast<double>(totals.outputBytes)},
        {static_cast<double>(mirror.connections().size()), static_cast<double>(queued),
         static_cast<double>(std::max<qint64>(0, mirror.requests().size() - queued)),
         process && process->privateBytes >= 0 ? static_cast<double>(process->privateBytes) : unknown,
         followed->cpu}};
    if (followed->isKnown) {
        for (size_t i = 0; i < counterCount; ++i)
            m_sums.counters.at(i) += std::max(0.0, sample.counters.at(i) - followed->last.counters.at(i));
    }
    followed->last = sample;
    followed->isKnown = true;
    followed->statistics.observe(timeMs, sample);
}

void StatisticsCollector::observeAll()
{
    // The latest of all: one whose clock is behind must not hold the others back.
    qint64 timeMs = -1;
    m_sums.gauges.fill(unknown);
    for (const auto &[serial, followed] : m_followed) {
        if (!followed->isKnown)
            continue;
        timeMs = std::max(timeMs, followed->statistics.lastTimeMs());
        for (size_t i = 0; i < gaugeCount; ++i) {
            const double value = followed->last.gauges.at(i);
            double &sum = m_sums.gauges.at(i);
            if (std::isfinite(value))
                sum = std::isfinite(sum) ? sum + value : value;
        }
    }
    if (timeMs >= 0)
        m_all.observe(timeMs, m_sums);
}

void StatisticsCollector::onStateChanged(MonitoredDaemon *daemon)
{
    const auto found = m_followed.find(daemon->serial());
    if (found == m_followed.end() || !daemon->isGone())
        return;
    found->second->isKnown = false;
    found->second->last = {};
}

} // namespace DaemonRpc::Monitor
