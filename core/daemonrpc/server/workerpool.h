// Threads for blocking handlers.
#pragma once

#include <daemonrpc/handler/workqueue.h>

#include <QObject>
#include <QThreadPool>

#include <deque>
#include <map>
#include <memory>

namespace DaemonRpc {

/// A bounded number of workers behind a bounded first-in first-out queue. Thread-bound (its workers are not).
///
/// A worker whose work was abandoned is quarantined: it keeps its thread until the function returns, and does
/// not count any more, so that other requests get a fresh one. No thread is ever terminated.
class DAEMONRPC_EXPORT WorkerPool : public QObject, public WorkQueue
{
    Q_OBJECT

public:
    /// @p workerCount at least 1; @p maxQueueLength requests may wait in addition to those that run.
    WorkerPool(int workerCount, int maxQueueLength, QObject *parent = nullptr);
    /// Waits for running work, but never for quarantined workers: their threads are left to themselves, and
    /// the process should end with _exit(2).
    ~WorkerPool() override;

    /// As of the constructor. What runs or waits already stays.
    void setLimits(int workerCount, int maxQueueLength);

    Result<quint64> submit(Work work) override;
    bool withdraw(quint64 ticket) override;
    void abandon(quint64 ticket) override;

    [[nodiscard]] int workerCount() const { return m_workerCount; }

    [[nodiscard]] int maxQueueLength() const { return m_maxQueueLength; }

    [[nodiscard]] int runningCount() const { return static_cast<int>(m_running.size()) - m_quarantined; }

    [[nodiscard]] int queueLength() const { return static_cast<int>(m_queue.size()); }

    [[nodiscard]] int quarantinedCount() const { return m_quarantined; }

Q_SIGNALS:
    void quarantinedCountChanged();

private:
    struct Mailbox;

    struct Queued
    {
        quint64 ticket = 0;
        Work work;
    };

    struct Running
    {
        std::function<void()> finished;
        std::function<void()> returned;
        bool isAbandoned = false;
    };

    void startNext();
    void run(Queued queued);
    void collectReturned();
    void onReturned(quint64 ticket);
    void tellPlaces();

    std::unique_ptr<QThreadPool> m_threads;
    std::shared_ptr<Mailbox> m_mailbox;
    std::deque<Queued> m_queue;
    std::map<quint64, Running> m_running;
    int m_workerCount;
    int m_maxQueueLength;
    int m_quarantined = 0;
    quint64 m_lastTicket = 0;
};

} // namespace DaemonRpc
