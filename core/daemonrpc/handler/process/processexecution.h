// A child process at work on one request.
#pragma once

#include <daemonrpc/handler/commandhandler.h>
#include <daemonrpc/handler/process/childprocess.h>

#include <QTimer>

#include <memory>

namespace DaemonRpc {

/// Binds a ChildProcess to a request: output, input and the ending of the one are the other's. Thread-bound.
///
/// Asked to stop, the process group gets the person's signal or SIGTERM; after the grace SIGKILL.
class DAEMONRPC_EXPORT ProcessExecution : public Execution
{
    Q_OBJECT

public:
    /// Starts @p spec for the request.
    ProcessExecution(RequestContext &context, const ProcessSpec &spec);
    /// Takes @p child, which was started and not read from: what it has written so far is the request's.
    ProcessExecution(RequestContext &context, std::unique_ptr<ChildProcess> child);

    bool force() override;

private:
    void bind();
    void updateReading();
    void onInputTaken(qint64 count);
    void onCancellationRequested(CancellationReason reason, int signal);
    void onExited();
    void finishRequest();

    RequestContext &m_context;
    std::unique_ptr<ChildProcess> m_child;
    QTimer m_secondSignal;
};

} // namespace DaemonRpc
