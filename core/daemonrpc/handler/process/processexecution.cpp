#include "../logging_p.h"

#include <daemonrpc/base/logscope.h>
#include <daemonrpc/handler/process/processexecution.h>

#include <signal.h>

namespace DaemonRpc {

ProcessExecution::ProcessExecution(RequestContext &context, const ProcessSpec &spec)
    : m_context(context)
    , m_child(std::make_unique<ChildProcess>(spec, context.limits().chunkBytes))
{
    if (const Result<void> started = m_child->start(); started)
        bind();
    else
        m_context.fail(started.error());
}

ProcessExecution::ProcessExecution(RequestContext &context, std::unique_ptr<ChildProcess> child)
    : m_context(context)
    , m_child(std::move(child))
{
    bind();
}

void ProcessExecution::bind()
{
    const LogScope scope(m_context.id(), m_context.peer());
    qCDebug(lcRequestSteps) << "runs as process" << m_child->pid();
    m_context.setProcessId(m_child->pid());
    m_secondSignal.setSingleShot(true);
    connect(&m_secondSignal, &QTimer::timeout, this, [this] { m_child->signal(SIGTERM); });
    connect(&m_context, &RequestContext::writable, this, &ProcessExecution::updateReading);
    connect(&m_context, &RequestContext::cancellationRequested, this,
            &ProcessExecution::onCancellationRequested);
    connect(m_child.get(), &ChildProcess::outputReceived, this, [this](QByteArrayView bytes) {
        m_context.write(bytes);
        updateReading();
    });
    connect(m_child.get(), &ChildProcess::errorOutputReceived, this, [this](QByteArrayView bytes) {
        m_context.writeError(bytes);
        updateReading();
    });
    connect(m_child.get(), &ChildProcess::inputTaken, this, &ProcessExecution::onInputTaken);
    connect(m_child.get(), &ChildProcess::exited, this, &ProcessExecution::onExited);
    connect(m_child.get(), &ChildProcess::finished, this, &ProcessExecution::finishRequest);
    connect(&m_context, &RequestContext::inputReceived, m_child.get(), &ChildProcess::writeInput);
    connect(&m_context, &RequestContext::inputFinished, m_child.get(), &ChildProcess::endInput);
    updateReading();
    if (m_child->isFinished())
        finishRequest();
    else
        m_context.requestInput(m_context.limits().inputWindowBytes);
}

void ProcessExecution::updateReading() { m_child->setReading(m_context.isWritable()); }

void ProcessExecution::onInputTaken(qint64 count)
{
    if (!m_child->end())
        m_context.requestInput(count);
}

void ProcessExecution::onCancellationRequested(CancellationReason reason, int signal)
{
    if (m_child->end())
        return;
    const LogScope scope(m_context.id(), m_context.peer());
    qCDebug(lcRequestSteps) << "its process is asked to stop";
    const int first = reason == CancellationReason::Interrupted ? signal : SIGTERM;
    m_child->signal(first);
    // A program may rightly ignore Ctrl+C; SIGTERM is the clearer word before the last one.
    if (first != SIGTERM)
        m_secondSignal.start(m_context.grace() / 2);
}

bool ProcessExecution::force()
{
    const LogScope scope(m_context.id(), m_context.peer());
    qCDebug(lcRequestSteps) << "its process group is killed";
    m_child->signal(SIGKILL);
    return true;
}

void ProcessExecution::onExited()
{
    m_secondSignal.stop();
    const LogScope scope(m_context.id(), m_context.peer());
    qCDebug(lcRequestSteps) << "its process has ended";
    if (m_context.token().isCancelled())
        m_child->killRemnantsLater(m_context.grace());
}

void ProcessExecution::finishRequest()
{
    const ChildProcess::End &end = *m_child->end();
    if (end.error)
        m_context.fail(*end.error);
    else if (end.signal != 0)
        m_context.finishSignaled(end.signal);
    else
        m_context.finish(end.exitCode);
}

} // namespace DaemonRpc
