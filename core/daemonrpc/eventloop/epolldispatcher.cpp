#include <daemonrpc/eventloop/epolldispatcher.h>
#include <daemonrpc/eventloop/loopwaker_p.h>
#include <daemonrpc/eventloop/notifiertable_p.h>
#include <daemonrpc/eventloop/timerqueue_p.h>

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>
#include <QTimerEvent>

#include <algorithm>
#include <limits>

namespace DaemonRpc {

using Clock = std::chrono::steady_clock;

class EpollDispatcher::Private
{
public:
    Private(FileDescriptor epollFd, FileDescriptor eventFd)
        : waker(std::move(eventFd))
        , notifiers(std::move(epollFd), waker.descriptor())
    {}

    static Result<std::unique_ptr<Private>> open()
    {
        Result<FileDescriptor> epollFd = EpollSet::openDescriptor();
        if (!epollFd)
            return unexpected(epollFd.error());
        Result<FileDescriptor> eventFd = LoopWaker::openDescriptor();
        if (!eventFd)
            return unexpected(eventFd.error());
        return std::make_unique<Private>(std::move(*epollFd), std::move(*eventFd));
    }

    static std::unique_ptr<Private> openOrAbort()
    {
        Result<std::unique_ptr<Private>> result = open();
        if (!result)
            qFatal("EpollDispatcher: %s", qPrintable(result.error().toString()));
        return std::move(*result);
    }

    WaitDeadline waitDeadline(QEventLoop::ProcessEventsFlags flags) const
    {
        if (!(flags & QEventLoop::ExcludeSocketNotifiers) && notifiers.hasImmediate())
            return doNotWait;
        return flags & QEventLoop::X11ExcludeTimers ? std::nullopt : timers.nextDeadline();
    }

    bool wouldSleep(QEventLoop::ProcessEventsFlags flags) const
    {
        const WaitDeadline deadline = waitDeadline(flags);
        return !waker.isPending() && (!deadline || *deadline > Clock::now());
    }

    void wait(QEventLoop::ProcessEventsFlags flags, WaitDeadline deadline);
    int activateNotifiers();
    int activateTimers();

    LoopWaker waker;
    NotifierTable notifiers;
    TimerQueue timers;
    std::atomic<bool> isInterrupted = false;

    // Shared by nested turns on purpose: what an inner turn finds ready replaces what the outer one had left,
    // since the inner one may have served it. epoll reports again whatever is still ready.
    std::vector<ReadyNotifier> ready;
    size_t nextReady = 0;

    // Wake-ups consumed so far. An outer turn that sees it change knows that a nested turn may have taken the
    // wake-up that was meant for it, and does not sleep.
    quint64 wakeUpsTaken = 0;
};

void EpollDispatcher::Private::wait(QEventLoop::ProcessEventsFlags flags, WaitDeadline deadline)
{
    if (!(flags & QEventLoop::ExcludeSocketNotifiers)) {
        nextReady = 0;
        if (notifiers.wait(deadline, ready))
            waker.drain();
    } else if (deadline != doNotWait) {
        waker.waitAlone(deadline);
    }
}

int EpollDispatcher::Private::activateNotifiers()
{
    int count = 0;
    while (nextReady < ready.size()) {
        const ReadyNotifier entry = ready[nextReady++];
        QSocketNotifier *notifier = notifiers.find(entry);
        if (!notifier)
            continue;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &event);
        ++count;
    }
    return count;
}

int EpollDispatcher::Private::activateTimers()
{
    if (!timers.nextDeadline())
        return 0;
    int count = 0;
    const Clock::time_point now = Clock::now();
    const quint64 limit = timers.turnLimit();
    while (const std::optional<TimerQueue::Due> due = timers.takeDue(now, limit)) {
        QTimerEvent event(due->timerId);
        QCoreApplication::sendEvent(due->object, &event);
        timers.finish(*due);
        ++count;
    }
    return count;
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : EpollDispatcher(Private::openOrAbort(), parent)
{}

EpollDispatcher::EpollDispatcher(std::unique_ptr<Private> dispatcherPrivate, QObject *parent)
    : QAbstractEventDispatcher(parent)
    , d(std::move(dispatcherPrivate))
{}

EpollDispatcher::~EpollDispatcher() = default;

Result<std::unique_ptr<EpollDispatcher>> EpollDispatcher::create()
{
    Result<std::unique_ptr<Private>> opened = Private::open();
    if (!opened)
        return unexpected(opened.error());
    return std::unique_ptr<EpollDispatcher>(new EpollDispatcher(std::move(*opened), nullptr));
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    d->isInterrupted.store(false, std::memory_order_relaxed);
    const bool wasWoken = d->waker.takeWakeUp();
    if (wasWoken)
        ++d->wakeUpsTaken;
    const quint64 wakeUpsTaken = d->wakeUpsTaken;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();

    // A turn that was woken has most likely delivered something just now: its caller wants to know.
    const auto mayWait = [&] {
        return (flags & QEventLoop::WaitForMoreEvents) && !wasWoken && d->wakeUpsTaken == wakeUpsTaken;
    };
    const auto isInterrupted = [this] { return d->isInterrupted.load(std::memory_order_relaxed); };
    if (mayWait() && !isInterrupted() && d->wouldSleep(flags))
        Q_EMIT aboutToBlock();
    // The wake-up of interrupt() stays pending: it keeps an outer turn from sleeping, too.
    if (isInterrupted())
        return false;

    // The timers are looked at after the signal: its slots may have started or stopped some.
    if (mayWait() && d->waker.prepareToSleep()) {
        d->wait(flags, d->waitDeadline(flags));
        d->waker.endSleep();
    } else {
        d->wait(flags, doNotWait);
    }

    int count = 0;
    if (!(flags & QEventLoop::ExcludeSocketNotifiers))
        count += d->activateNotifiers();
    if (!(flags & QEventLoop::X11ExcludeTimers))
        count += d->activateTimers();
    return count > 0 || wasWoken || d->waker.isPending();
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier);
    if (notifier->thread() != thread() || thread() != QThread::currentThread()) {
        qWarning("EpollDispatcher: a socket notifier can only be enabled in its own thread");
        return;
    }
    d->notifiers.add(notifier);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier);
    if (thread() != QThread::currentThread()) {
        qWarning("EpollDispatcher: a socket notifier can only be disabled in its own thread");
        return;
    }
    d->notifiers.remove(notifier);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    if (timerId < 1 || interval < 0 || !object) {
        qWarning(
            "EpollDispatcher: a timer needs a positive id, an interval that is not negative and an object");
        return;
    }
    if (object->thread() != thread() || thread() != QThread::currentThread()) {
        qWarning("EpollDispatcher: a timer can only be started in the thread of its object");
        return;
    }
    d->timers.add(timerId, std::chrono::milliseconds(interval), timerType, object, Clock::now());
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    if (thread() != QThread::currentThread()) {
        qWarning("EpollDispatcher: a timer can only be stopped in the thread of its object");
        return false;
    }
    return d->timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    if (thread() != QThread::currentThread()) {
        qWarning("EpollDispatcher: timers can only be stopped in the thread of their object");
        return false;
    }
    return d->timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return d->timers.timersOf(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    const std::optional<std::chrono::milliseconds> left = d->timers.remaining(timerId, Clock::now());
    if (!left)
        return -1;
    return static_cast<int>(std::min<qint64>(left->count(), std::numeric_limits<int>::max()));
}

void EpollDispatcher::wakeUp() { d->waker.wake(); }

void EpollDispatcher::interrupt()
{
    d->isInterrupted.store(true, std::memory_order_relaxed);
    wakeUp();
}

void EpollDispatcher::closingDown()
{
    d->notifiers.clear();
    d->timers.clear();
}

} // namespace DaemonRpc
