#include "logging_p.h"

#include <daemonrpc/server/workerpool.h>

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace DaemonRpc {

// What the pool and its workers hand each other; the pool may be gone by the time work returns.
struct WorkerPool::Mailbox
{
    std::mutex mutex;
    WorkerPool *pool = nullptr;
    std::map<quint64, std::function<void()>> toRun;
    std::vector<quint64> returned;

    void handOut(quint64 ticket, std::function<void()> work)
    {
        const std::lock_guard lock(mutex);
        toRun.emplace(ticket, std::move(work));
    }

    std::function<void()> take(quint64 ticket)
    {
        const std::lock_guard lock(mutex);
        return std::move(toRun.extract(ticket).mapped());
    }

    // One event however many workers return before it is delivered.
    void giveBack(quint64 ticket)
    {
        const std::lock_guard lock(mutex);
        returned.push_back(ticket);
        if (pool && returned.size() == 1)
            QMetaObject::invokeMethod(pool, &WorkerPool::collectReturned, Qt::QueuedConnection);
    }

    std::vector<quint64> takeReturned()
    {
        const std::lock_guard lock(mutex);
        return std::exchange(returned, {});
    }
};

WorkerPool::WorkerPool(int workerCount, int maxQueueLength, QObject *parent)
    : QObject(parent)
    , m_threads(std::make_unique<QThreadPool>())
    , m_mailbox(std::make_shared<Mailbox>())
    , m_workerCount(qMax(1, workerCount))
    , m_maxQueueLength(maxQueueLength)
{
    m_mailbox->pool = this;
    m_threads->setMaxThreadCount(m_workerCount);
    m_threads->setExpiryTimeout(30'000); // an idle daemon keeps no worker
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock(m_mailbox->mutex);
        m_mailbox->pool = nullptr;
    }
    // ~QThreadPool waits for its threads without end; one that never returns must not hold the daemon.
    if (m_quarantined > 0)
        static_cast<void>(m_threads.release());
}

void WorkerPool::setLimits(int workerCount, int maxQueueLength)
{
    m_workerCount = qMax(1, workerCount);
    m_maxQueueLength = maxQueueLength;
    m_threads->setMaxThreadCount(m_workerCount + m_quarantined);
    startNext();
}

Result<quint64> WorkerPool::submit(Work work)
{
    const bool isFree = runningCount() < m_workerCount;
    if (!isFree && queueLength() >= m_maxQueueLength) {
        return unexpected(ErrorCode::QueueFull,
                          QStringLiteral("all %1 workers are busy and %2 requests wait; try again later")
                              .arg(m_workerCount)
                              .arg(queueLength()));
    }
    Queued queued{++m_lastTicket, std::move(work)};
    const quint64 ticket = queued.ticket;
    if (isFree) {
        run(std::move(queued));
    } else {
        m_queue.push_back(std::move(queued));
        m_queue.back().work.placeChanged(queueLength());
    }
    return ticket;
}

void WorkerPool::run(Queued queued)
{
    const quint64 ticket = queued.ticket;
    if (queued.work.started)
        queued.work.started();
    m_running.emplace(ticket, Running{std::move(queued.work.finished), std::move(queued.work.returned)});
    m_mailbox->handOut(ticket, std::move(queued.work.run));
    m_threads->start([mailbox = m_mailbox, ticket] {
        mailbox->take(ticket)();
        mailbox->giveBack(ticket);
    });
}

bool WorkerPool::withdraw(quint64 ticket)
{
    const auto it = std::find_if(m_queue.begin(), m_queue.end(),
                                 [ticket](const Queued &queued) { return queued.ticket == ticket; });
    if (it == m_queue.end())
        return false;
    m_queue.erase(it);
    tellPlaces();
    return true;
}

void WorkerPool::abandon(quint64 ticket)
{
    const auto it = m_running.find(ticket);
    if (it == m_running.end() || it->second.isAbandoned)
        return;
    qCDebug(lcServer) << "a worker is quarantined: its handler ignores the cancellation";
    it->second.isAbandoned = true;
    it->second.finished = nullptr;
    ++m_quarantined;
    m_threads->setMaxThreadCount(m_workerCount + m_quarantined);
    Q_EMIT quarantinedCountChanged();
    startNext();
}

void WorkerPool::collectReturned()
{
    for (const quint64 ticket : m_mailbox->takeReturned())
        onReturned(ticket);
}

void WorkerPool::onReturned(quint64 ticket)
{
    const auto it = m_running.find(ticket);
    const Running returned = std::move(it->second);
    m_running.erase(it);
    if (returned.isAbandoned) {
        --m_quarantined;
        qCDebug(lcServer) << "a quarantined worker has come back";
        m_threads->setMaxThreadCount(m_workerCount + m_quarantined);
        Q_EMIT quarantinedCountChanged();
        if (returned.returned)
            returned.returned();
        return;
    }
    startNext(); // before finished(), which may submit: who waits comes first
    returned.finished();
}

void WorkerPool::startNext()
{
    bool hasStarted = false;
    while (!m_queue.empty() && runningCount() < m_workerCount) {
        Queued next = std::move(m_queue.front());
        m_queue.pop_front();
        run(std::move(next));
        hasStarted = true;
    }
    if (hasStarted)
        tellPlaces();
}

void WorkerPool::tellPlaces()
{
    int place = 0;
    for (const Queued &queued : m_queue)
        queued.work.placeChanged(++place);
}

} // namespace DaemonRpc
