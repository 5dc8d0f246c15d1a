#include "blockingexecution_p.h"
#include "logging_p.h"

#include <daemonrpc/base/logscope.h>

#include <exception>

namespace DaemonRpc {

namespace {

// Output between the threads, on top of what waits for the client: enough to keep both busy.
constexpr qint64 bridgeBytes = 256 * 1024;

struct FunctionResult
{
    int exitCode = 0;
    std::optional<Error> error;
};

// An exception must not leave the worker: it would end the daemon.
FunctionResult runGuarded(const BlockingHandler::Function &function, BlockingContext &context)
{
    try {
        return {function(context), std::nullopt};
    } catch (const std::exception &exception) {
        return {0, Error(ErrorCode::Internal, QStringLiteral("the handler threw an exception: %1")
                                                  .arg(QString::fromUtf8(exception.what())))};
    } catch (...) {
        return {0, Error(ErrorCode::Internal, QStringLiteral("the handler threw an unknown exception"))};
    }
}

} // namespace

BlockingExecution::BlockingExecution(RequestContext &context, const BlockingHandler::Function &function)
    : m_context(context)
{
    m_bridge = std::make_shared<BlockingBridge>(
        context.command(), context.arguments(), context.token(), context.deadline(),
        qMin(context.limits().highWaterBytes, bridgeBytes),
        [this] { QMetaObject::invokeMethod(this, &BlockingExecution::fetch, Qt::QueuedConnection); });
    connect(&context, &RequestContext::writable, this, &BlockingExecution::fetch);
    connect(&context, &RequestContext::inputReceived, this,
            [this](QByteArrayView bytes) { m_bridge->addInput(bytes); });
    connect(&context, &RequestContext::inputFinished, this, [this] { m_bridge->endInput(); });
    connect(&context, &RequestContext::cancellationRequested, this,
            &BlockingExecution::onCancellationRequested);

    const auto result = std::make_shared<FunctionResult>();
    WorkQueue::Work work;
    work.run = [bridge = m_bridge, function, result, id = context.id(), peer = context.peer()] {
        const LogScope scope(id, peer); // for what the handler itself logs
        BlockingContext blockingContext(bridge);
        *result = runGuarded(function, blockingContext);
    };
    work.started = [this] { m_context.setQueuePlace(0); };
    work.finished = [this, result] { onFinished(result->exitCode, result->error); };
    work.placeChanged = [this](int place) {
        const LogScope scope(m_context.id(), m_context.peer());
        qCDebug(lcRequestSteps) << "waits for a worker at place" << place;
        m_context.setQueuePlace(place);
        m_context.notify(
            {Notice::Kind::Queued, QStringLiteral("waiting for a worker, place %1").arg(place), place});
    };
    const Result<quint64> ticket = m_context.workers()->submit(std::move(work));
    if (ticket)
        m_ticket = *ticket;
    else
        m_context.fail(ticket.error());
}

BlockingExecution::~BlockingExecution()
{
    m_bridge->detach();
    if (m_ticket != 0 && !m_context.workers()->withdraw(m_ticket))
        m_context.workers()->abandon(m_ticket);
}

void BlockingExecution::fetch()
{
    if (const qint64 demand = m_bridge->takeInputDemand(); demand > 0)
        m_context.requestInput(demand);
    if (!m_context.isWritable())
        return; // writable() calls again; until then the worker waits at the mark
    writeTaken();
}

void BlockingExecution::writeTaken()
{
    for (const auto &[channel, bytes] : m_bridge->takeOutput()) {
        if (channel == BlockingBridge::Channel::Output)
            m_context.write(bytes);
        else
            m_context.writeError(bytes);
    }
}

void BlockingExecution::onFinished(int exitCode, const std::optional<Error> &error)
{
    m_ticket = 0;
    writeTaken();
    if (error)
        m_context.fail(*error);
    else
        m_context.finish(exitCode);
}

void BlockingExecution::onCancellationRequested()
{
    m_bridge->release();
    if (m_ticket != 0 && m_context.workers()->withdraw(m_ticket)) {
        m_ticket = 0;
        m_context.fail(
            Error(ErrorCode::Cancelled, QStringLiteral("the request was cancelled while it was waiting")));
    }
}

} // namespace DaemonRpc
