#include "parallelgate_p.h"

#include <algorithm>

namespace DaemonRpc {

ParallelGate::ParallelGate(int limit)
    : m_limit(limit)
{}

Result<quint64> ParallelGate::arrive(Visitor visitor, int maxQueueLength)
{
    const bool mayEnter = m_queue.empty() && hasRoom();
    if (!mayEnter && queueLength() >= maxQueueLength) {
        return unexpected(ErrorCode::QueueFull,
                          QStringLiteral("%1 calls of this command run and %2 wait; try again later")
                              .arg(insideCount())
                              .arg(queueLength()));
    }
    const quint64 ticket = ++m_lastTicket;
    if (mayEnter) {
        m_inside.push_back(ticket);
        visitor.enter();
    } else {
        m_queue.push_back({ticket, std::move(visitor)});
        m_queue.back().visitor.placeChanged(queueLength());
    }
    return ticket;
}

void ParallelGate::leave(quint64 ticket)
{
    if (const auto it = std::find(m_inside.begin(), m_inside.end(), ticket); it != m_inside.end()) {
        m_inside.erase(it);
        // Not from here: the last words of the one that leaves go out first.
        if (!m_queue.empty())
            QMetaObject::invokeMethod(this, &ParallelGate::admitNext, Qt::QueuedConnection);
        return;
    }
    const auto it = std::find_if(m_queue.begin(), m_queue.end(),
                                 [ticket](const Queued &queued) { return queued.ticket == ticket; });
    if (it == m_queue.end())
        return;
    m_queue.erase(it);
    tellPlaces();
}

void ParallelGate::admitNext()
{
    bool hasAdmitted = false;
    while (!m_queue.empty() && hasRoom()) {
        const Queued next = std::move(m_queue.front());
        m_queue.pop_front();
        m_inside.push_back(next.ticket);
        next.visitor.enter();
        hasAdmitted = true;
    }
    if (hasAdmitted)
        tellPlaces();
}

void ParallelGate::tellPlaces()
{
    int place = 0;
    for (const Queued &queued : m_queue)
        queued.visitor.placeChanged(++place);
}

} // namespace DaemonRpc
