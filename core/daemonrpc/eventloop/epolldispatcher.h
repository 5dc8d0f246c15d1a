// A Qt event dispatcher whose cost per turn does not grow with the number of idle descriptors.
#pragma once

#include <daemonrpc/base/export.h>
#include <daemonrpc/base/result.h>

#include <QAbstractEventDispatcher>

#include <memory>

namespace DaemonRpc {

/// Runs a Qt event loop on Linux's epoll(7). Thread-bound, except wakeUp() and interrupt(): thread-safe.
///
///     QCoreApplication::setEventDispatcher(new EpollDispatcher); // before the application object
///     QCoreApplication app(argc, argv);
///
///     thread.setEventDispatcher(new EpollDispatcher);            // before QThread::start()
///
/// Qt takes ownership in both cases. The dispatcher is made for programs with thousands of open connections:
/// Qt's own asks the kernel about every descriptor in each turn, this one hears only of those that are ready.
/// It delivers what Qt's Unix dispatcher delivers, with these points worth knowing:
///  - A turn delivers posted events, then ready notifiers, then due timers, each timer once.
///  - Read, Write and Exception notifiers of one descriptor are all activated by a hang-up or an error.
///    Regular files, directories and /dev/null are always ready to read and write.
///  - Disable a notifier before its descriptor is closed. If not, the notifier falls silent, or is disabled
///    with a warning once the kernel shows that the descriptor is gone. After dup2() onto a watched
///    descriptor disable the notifier and enable it again.
///  - No timer fires early. Coarse timers are up to 5 % late, very coarse ones up to a second. Precise timers
///    are accurate to the kernel's timer slack from Linux 5.11 on, to a millisecond before.
///  - aboutToBlock() is emitted only when the turn is going to wait, awake() at the start of each turn.
///
/// Each dispatcher holds two descriptors. A child that forks without exec must not use its parent's.
class DAEMONRPC_EXPORT EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    /// Aborts with a message when the kernel grants no descriptors, as Qt's own dispatchers do. Where that
    /// may happen (threads started in a busy process), use create().
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    /// A dispatcher without parent. Errors: ResourceExhausted when there are too many open files.
    [[nodiscard]] static Result<std::unique_ptr<EpollDispatcher>> create();

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    using QAbstractEventDispatcher::registerTimer;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;

    /// Milliseconds until the timer fires, 0 when it is overdue, -1 when there is no such timer.
    [[nodiscard]] int remainingTime(int timerId) override;

    /// Ends a wait of processEvents(), now or the next one. Thread-safe.
    void wakeUp() override;

    /// Makes processEvents() return as soon as it can. Thread-safe.
    void interrupt() override;

    /// Forgets every notifier and timer: after this Qt no longer says which of them are deleted.
    void closingDown() override;

private:
    class Private;

    EpollDispatcher(std::unique_ptr<Private> d, QObject *parent);

    std::unique_ptr<Private> d;
};

} // namespace DaemonRpc
