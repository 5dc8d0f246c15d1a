#include "workerexecution_p.h"

#include <signal.h>

namespace DaemonRpc {

WorkerExecution::WorkerExecution(RequestContext &context, QString name, const QByteArrayList &arguments,
                                 std::unique_ptr<ChildProcess> child, ReturnFunction giveBack)
    : m_context(context)
    , m_name(std::move(name))
    , m_child(std::move(child))
    , m_giveBack(std::move(giveBack))
{
    const Result<QByteArray> request = WorkRequest{arguments}.encode();
    if (!request) {
        release(true); // it has heard nothing of this call
        context.fail(request.error());
        return;
    }
    context.setProcessId(m_child->pid());
    connect(&context, &RequestContext::writable, this, &WorkerExecution::updateReading);
    connect(&context, &RequestContext::cancellationRequested, this,
            &WorkerExecution::onCancellationRequested);
    connect(m_child.get(), &ChildProcess::outputReceived, this, &WorkerExecution::onOutput);
    connect(m_child.get(), &ChildProcess::errorOutputReceived, this, [this](QByteArrayView bytes) {
        m_context.writeError(bytes);
        updateReading();
    });
    connect(m_child.get(), &ChildProcess::finished, this, &WorkerExecution::onChildFinished);
    updateReading();
    m_child->writeInput(*request);
}

WorkerExecution::~WorkerExecution() { release(false); }

void WorkerExecution::release(bool canServeAgain)
{
    if (!m_child)
        return;
    m_child->disconnect(this);
    std::unique_ptr<ChildProcess> child = std::move(m_child);
    if (canServeAgain) {
        m_giveBack(std::move(child));
        return;
    }
    child->signal(SIGKILL);
    child->killRemnantsLater(std::chrono::milliseconds(0)); // of one that has ended by itself
    child.release()->deleteLater();                         // may be the sender
    m_giveBack(nullptr);
}

void WorkerExecution::updateReading()
{
    if (m_child)
        m_child->setReading(m_context.isWritable());
}

void WorkerExecution::onOutput(QByteArrayView bytes)
{
    m_received.append(bytes.data(), bytes.size());
    const qsizetype end = m_received.indexOf('\n', m_received.size() - bytes.size());
    if (end < 0 && m_received.size() <= WorkResponse::maxBytes)
        return;
    if (end < 0 || end > WorkResponse::maxBytes) {
        failBroken(QStringLiteral("its answer has more than %1 bytes").arg(WorkResponse::maxBytes));
        return;
    }
    if (end + 1 < m_received.size()) {
        failBroken(QStringLiteral("it wrote more than one answer"));
        return;
    }
    onLine(m_received.left(end));
}

void WorkerExecution::onLine(const QByteArray &line)
{
    const Result<WorkResponse> response = WorkResponse::decode(line);
    if (!response) {
        failBroken(response.error().message());
        return;
    }
    m_child->readErrorOutput(); // what it logged for this call
    // One that answers a cancelled request as if nothing had been asked may answer the cancellation, too, and
    // that would be taken for the answer to the next request.
    release(!m_isCancelled || response->wasCancelled);
    m_context.write(response->output);
    m_context.finish(response->wasCancelled ? 130 : response->exitCode);
}

void WorkerExecution::failBroken(const QString &why)
{
    release(false);
    m_context.fail(Error(ErrorCode::ProtocolViolation,
                         QStringLiteral("the worker of \"%1\" was ended: %2").arg(m_name, why)));
}

void WorkerExecution::onCancellationRequested()
{
    if (!m_child)
        return;
    m_isCancelled = true;
    m_child->writeInput(*WorkRequest{{}, true}.encode());
}

bool WorkerExecution::force()
{
    if (m_child)
        m_child->signal(SIGKILL);
    return m_child != nullptr;
}

void WorkerExecution::onChildFinished()
{
    const ChildProcess::End end = *m_child->end();
    release(false);
    if (end.error)
        m_context.fail(*end.error);
    else if (m_context.token().isCancelled() && end.signal != 0)
        m_context.finishSignaled(end.signal);
    else
        m_context.fail(
            Error(ErrorCode::IoError,
                  QStringLiteral("the worker of \"%1\" ended without an answer (%2 %3)")
                      .arg(m_name, end.signal != 0 ? QStringLiteral("signal") : QStringLiteral("exit code"))
                      .arg(end.signal != 0 ? end.signal : end.exitCode)));
}

} // namespace DaemonRpc
