// The I/O thread's side of a blocking request.
#pragma once

#include "blockingbridge_p.h"

#include <daemonrpc/handler/blockinghandler.h>
#include <daemonrpc/handler/workqueue.h>

namespace DaemonRpc {

/// Carries output and input between the context and a worker, and withdraws or abandons the work when the
/// request must stop. Thread-bound.
class BlockingExecution : public Execution
{
    Q_OBJECT

public:
    BlockingExecution(RequestContext &context, const BlockingHandler::Function &function);
    ~BlockingExecution() override;

private:
    void fetch();
    void writeTaken();
    void onFinished(int exitCode, const std::optional<Error> &error);
    void onCancellationRequested();

    RequestContext &m_context;
    std::shared_ptr<BlockingBridge> m_bridge;
    quint64 m_ticket = 0;
};

} // namespace DaemonRpc
