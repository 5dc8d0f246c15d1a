// A persistent worker at work on one request.
#pragma once

#include "workmessages_p.h"

#include <daemonrpc/handler/commandhandler.h>
#include <daemonrpc/handler/process/childprocess.h>

#include <functional>
#include <memory>

namespace DaemonRpc {

/// One WorkRequest and its WorkResponse. Thread-bound.
///
/// The answer's output goes to the caller's standard output, what the worker writes to its standard error
/// meanwhile to the caller's. A cancellation is told to the worker; after the grace it is killed, as it is
/// for an answer that cannot be understood or has more than WorkResponse::maxBytes.
class WorkerExecution : public Execution
{
    Q_OBJECT

public:
    /// Takes the worker back when it can serve again; null when it is lost. Called once.
    using ReturnFunction = std::function<void(std::unique_ptr<ChildProcess>)>;

    /// @p name is for messages.
    WorkerExecution(RequestContext &context, QString name, const QByteArrayList &arguments,
                    std::unique_ptr<ChildProcess> child, ReturnFunction giveBack);
    ~WorkerExecution() override;

    bool force() override;

private:
    void updateReading();
    void onOutput(QByteArrayView bytes);
    void onLine(const QByteArray &line);
    void onCancellationRequested();
    void onChildFinished();
    void release(bool canServeAgain);
    void failBroken(const QString &why);

    RequestContext &m_context;
    const QString m_name;
    std::unique_ptr<ChildProcess> m_child; // null once it was given back
    ReturnFunction m_giveBack;
    QByteArray m_received;
    bool m_isCancelled = false;
};

} // namespace DaemonRpc
