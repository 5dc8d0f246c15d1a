// One call of a blocking method, from the queue of the workers to its end.
#pragma once

#include "blockingprogress_p.h"

#include <daemonrpc/handler/workqueue.h>
#include <daemonrpc/jsonrpc/rpccall.h>
#include <daemonrpc/server/blockingmethod.h>

#include <QTimer>

#include <memory>
#include <optional>
#include <unordered_set>

namespace DaemonRpc {

class BlockingCall;

/// Where blocking calls run, as long as there is one who runs them. Shared by the calls; thread-bound.
struct BlockingWorkers
{
    WorkQueue *queue = nullptr;
    std::chrono::milliseconds grace{0};
    std::unordered_set<BlockingCall *> calls; // that wait or run
};

/// Waits for a worker, runs, and holds its RpcCall until the function has returned: what serialises calls
/// counts on that. Thread-bound; owned by the work that it has submitted.
///
/// Cancelled, it is taken out of the queue, or its token is set; a function that runs on beyond the grace
/// loses its worker (see WorkQueue::abandon()) but still holds the call.
class BlockingCall : public QObject, public std::enable_shared_from_this<BlockingCall>
{
    Q_OBJECT

public:
    static void start(const RpcCall &call, const BlockingMethodFunction &function,
                      const std::shared_ptr<BlockingWorkers> &workers);

    BlockingCall(const RpcCall &call, std::shared_ptr<BlockingWorkers> workers);
    ~BlockingCall() override;

    /// The workers are about to go: gives up at once.
    void giveUp();

private:
    using Outcome = std::optional<Result<QJsonValue>>;

    void submit(const BlockingMethodFunction &function);
    void onCancelled();
    void onFinished(const Outcome &outcome);
    void onReturned();
    void abandon();
    void sendProgress();

    std::optional<RpcCall> m_call; // until the function has returned
    std::shared_ptr<BlockingWorkers> m_workers;
    std::shared_ptr<BlockingProgress> m_progress;
    QTimer m_grace;
    quint64 m_ticket = 0;
};

} // namespace DaemonRpc
