// The timers of one event loop, ordered by when they are due.
#pragma once

#include <daemonrpc/base/export.h>

#include <QAbstractEventDispatcher>
#include <QHash>

#include <chrono>
#include <optional>
#include <set>

namespace DaemonRpc {

/// Timers and the order in which they fire; reads no clock and sends nothing. Value.
///
///     const quint64 limit = queue.turnLimit();
///     while (const auto due = queue.takeDue(now, limit)) {
///         send(due->object, due->timerId);     // may add and remove timers, this one too
///         queue.finish(*due);
///     }
///
/// No timer fires before its interval has passed. A coarse timer may fire up to 5 % late and a very coarse
/// one up to a second, rounded to a grid that all loops share, so that timers which need no precision wake
/// the process together. As in Qt, coarse means precise below 20 ms and very coarse from 20 s up. Timers due
/// at the same instant fire in the order in which they were scheduled.
///
/// Adding, removing and taking cost O(log n); the functions that take an object look at every timer.
class DAEMONRPC_EXPORT TimerQueue
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// Intervals are cut to this, about a hundred years, so that no sum overflows.
    static constexpr std::chrono::milliseconds maximumInterval = std::chrono::hours(24 * 365 * 100);

    /// A timer that is being fired.
    struct Due
    {
        int timerId;
        QObject *object;
        quint64 serial; ///< tells a timer from a later one with the same id
    };

    /// Starts a timer; one with the same id is replaced. @p interval is not negative.
    void add(int timerId, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object,
             TimePoint now);

    /// False when there is no such timer.
    bool remove(int timerId);

    /// Removes every timer of @p object; false when it had none.
    bool removeAll(const QObject *object);

    void clear();

    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> timersOf(const QObject *object) const;

    /// Milliseconds until the timer fires, rounded up, 0 when overdue; nullopt when there is no such timer.
    [[nodiscard]] std::optional<std::chrono::milliseconds> remaining(int timerId, TimePoint now) const;

    /// When the next timer is due. A timer that is being fired does not count.
    [[nodiscard]] std::optional<TimePoint> nextDeadline() const;

    /// Marks the start of a turn: what is scheduled from now on is left to the next turn, so a zero timer
    /// fires once in each.
    [[nodiscard]] quint64 turnLimit() const { return m_nextSequence; }

    /// The next timer due at @p now and scheduled before @p limit. It is scheduled anew, but fires again only
    /// after finish(), however many turns are nested in between.
    [[nodiscard]] std::optional<Due> takeDue(TimePoint now, quint64 limit);

    /// Ends the firing of @p due; nothing happens when the timer is gone or replaced.
    void finish(const Due &due);

private:
    struct Key
    {
        TimePoint deadline;
        quint64 sequence;
        int timerId;

        auto operator<=>(const Key &) const = default;
    };

    struct Timer
    {
        QObject *object = nullptr;
        std::chrono::milliseconds interval{0};
        Qt::TimerType type = Qt::CoarseTimer;
        quint64 serial = 0;
        TimePoint ideal; ///< without rounding, so that a repeating timer does not drift
        Key key{};       ///< its place in the queue, held or (while firing) reserved
    };

    void schedule(Timer &timer, TimePoint ideal);

    QHash<int, Timer> m_timers;
    std::set<Key> m_queue;
    quint64 m_nextSequence = 0;
};

} // namespace DaemonRpc
