// Where blocking work waits for a thread.
#pragma once

#include <daemonrpc/base/result.h>

#include <functional>

namespace DaemonRpc {

/// A bounded first-in first-out queue in front of a bounded number of threads. Interface; thread-bound. A
/// Server brings its own (WorkerPool).
class DAEMONRPC_EXPORT WorkQueue
{
public:
    /// One piece of work. `run` is called on a worker; the others on the thread of the queue.
    struct Work
    {
        std::function<void()> run;
        std::function<void()> finished;        ///< run() has returned, and the work was not abandoned.
        std::function<void(int)> placeChanged; ///< The place in the queue, from 1; not called once it runs.
        std::function<void()> started = {};    ///< run() is about to be called; may be empty.
        /// run() has returned after the work was abandoned; may be left out.
        std::function<void()> returned = {};
    };

    virtual ~WorkQueue();

    /// Queues @p work and returns its ticket. Errors: QueueFull.
    virtual Result<quint64> submit(Work work) = 0;

    /// Takes back work that has not been started; false when it runs or is done.
    virtual bool withdraw(quint64 ticket) = 0;

    /// Gives up on running work: its worker is quarantined until run() returns, and replaced by a fresh one.
    virtual void abandon(quint64 ticket) = 0;
};

} // namespace DaemonRpc
