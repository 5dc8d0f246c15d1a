// How many calls of a command run at a time.
#pragma once

#include <daemonrpc/base/result.h>

#include <QObject>

#include <deque>
#include <functional>

namespace DaemonRpc {

/// Lets in a bounded number of calls; the others wait in the order of their arrival. Thread-bound.
class ParallelGate : public QObject
{
    Q_OBJECT

public:
    struct Visitor
    {
        std::function<void()> enter;
        std::function<void(int)> placeChanged; ///< The place in the queue, from 1; not called once it is in.
    };

    /// @p limit calls at a time; 0: any number.
    explicit ParallelGate(int limit);

    /// Lets @p visitor in at once (enter() is called from within) or queues it. The ticket is given to
    /// leave(). Errors: QueueFull when @p maxQueueLength wait already.
    Result<quint64> arrive(Visitor visitor, int maxQueueLength);

    /// The visitor goes, from inside or out of the queue; the next one is let in from the event loop.
    void leave(quint64 ticket);

    [[nodiscard]] int insideCount() const { return static_cast<int>(m_inside.size()); }

    [[nodiscard]] int queueLength() const { return static_cast<int>(m_queue.size()); }

private:
    struct Queued
    {
        quint64 ticket = 0;
        Visitor visitor;
    };

    [[nodiscard]] bool hasRoom() const { return m_limit <= 0 || insideCount() < m_limit; }

    void admitNext();
    void tellPlaces();

    const int m_limit;
    std::deque<quint64> m_inside;
    std::deque<Queued> m_queue;
    quint64 m_lastTicket = 0;
};

} // namespace DaemonRpc
