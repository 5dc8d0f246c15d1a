#include <daemonrpc/eventloop/timerqueue_p.h>

#include <algorithm>
#include <bit>
#include <limits>

namespace DaemonRpc {

using namespace std::chrono_literals;
using TimePoint = TimerQueue::TimePoint;

namespace {

TimePoint roundedUp(TimePoint time, std::chrono::nanoseconds grid)
{
    const std::chrono::nanoseconds beyond = time.time_since_epoch() % grid;
    return beyond == 0ns ? time : time + (grid - beyond);
}

TimePoint deadlineFor(TimePoint ideal, std::chrono::milliseconds interval, Qt::TimerType type)
{
    // A zero timer means "each turn" whatever its type; 5 % of less than 20 ms is not worth rounding.
    if (interval == 0ms || type == Qt::PreciseTimer || (type == Qt::CoarseTimer && interval < 20ms))
        return ideal;
    if (type == Qt::VeryCoarseTimer || interval >= 20s)
        return roundedUp(ideal, 1s);
    // A power of two as the grid: timers of unlike intervals then still share many of its lines.
    const std::chrono::nanoseconds slack = std::chrono::nanoseconds(interval) / 20;
    return roundedUp(ideal, std::chrono::nanoseconds(std::bit_floor(static_cast<quint64>(slack.count()))));
}

} // namespace

void TimerQueue::add(int timerId, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object,
                     TimePoint now)
{
    Q_ASSERT(interval >= 0ms);
    remove(timerId);
    Timer timer;
    timer.object = object;
    timer.interval = std::min(interval, maximumInterval);
    timer.type = type;
    timer.key.timerId = timerId;
    schedule(timer, now + timer.interval);
    timer.serial = timer.key.sequence;
    m_queue.insert(timer.key);
    m_timers.insert(timerId, timer);
}

bool TimerQueue::remove(int timerId)
{
    const auto it = m_timers.constFind(timerId);
    if (it == m_timers.cend())
        return false;
    m_queue.erase(it->key);
    m_timers.erase(it);
    return true;
}

bool TimerQueue::removeAll(const QObject *object)
{
    const qsizetype count = m_timers.removeIf([this, object](const auto &it) {
        if (it->object != object)
            return false;
        m_queue.erase(it->key);
        return true;
    });
    return count > 0;
}

void TimerQueue::clear()
{
    m_timers.clear();
    m_queue.clear();
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::timersOf(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> infos;
    for (auto it = m_timers.cbegin(); it != m_timers.cend(); ++it) {
        if (it->object != object)
            continue;
        const qint64 milliseconds = std::min<qint64>(it->interval.count(), std::numeric_limits<int>::max());
        infos.emplaceBack(it.key(), static_cast<int>(milliseconds), it->type);
    }
    return infos;
}

std::optional<std::chrono::milliseconds> TimerQueue::remaining(int timerId, TimePoint now) const
{
    const auto it = m_timers.constFind(timerId);
    if (it == m_timers.cend())
        return std::nullopt;
    return std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(it->key.deadline - now));
}

std::optional<TimePoint> TimerQueue::nextDeadline() const
{
    if (m_queue.empty())
        return std::nullopt;
    return m_queue.begin()->deadline;
}

std::optional<TimerQueue::Due> TimerQueue::takeDue(TimePoint now, quint64 limit)
{
    // All that is scheduled during a turn has a deadline of at least the turn's start and a later sequence,
    // so it stands behind everything this turn still has to fire: the head decides.
    if (m_queue.empty() || m_queue.begin()->deadline > now || m_queue.begin()->sequence >= limit)
        return std::nullopt;

    const int timerId = m_queue.begin()->timerId;
    m_queue.erase(m_queue.begin());
    Timer &timer = m_timers[timerId];
    const TimePoint next = timer.ideal + timer.interval;
    // Missed rounds are not made up for: a loop that was held up must not fire in bursts.
    schedule(timer, next > now ? next : now + timer.interval);
    return Due{timerId, timer.object, timer.serial};
}

void TimerQueue::finish(const Due &due)
{
    const auto it = m_timers.constFind(due.timerId);
    if (it != m_timers.cend() && it->serial == due.serial)
        m_queue.insert(it->key);
}

void TimerQueue::schedule(Timer &timer, TimePoint ideal)
{
    timer.ideal = ideal;
    timer.key.deadline = deadlineFor(ideal, timer.interval, timer.type);
    timer.key.sequence = m_nextSequence++;
}

} // namespace DaemonRpc
