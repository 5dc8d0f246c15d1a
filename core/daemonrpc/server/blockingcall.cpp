#include "blockingcall_p.h"
#include "logging_p.h"

#include <daemonrpc/base/logscope.h>

#include <exception>
#include <utility>

namespace DaemonRpc {

// An exception must not leave the worker: it would end the daemon.
static Result<QJsonValue> runGuarded(const BlockingMethodFunction &function, const RpcParams &params,
                                     const BlockingMethodContext &context)
{
    try {
        return function(params, context);
    } catch (const std::exception &exception) {
        return unexpected(
            ErrorCode::Internal,
            QStringLiteral("the method threw an exception: %1").arg(QString::fromUtf8(exception.what())));
    } catch (...) {
        return unexpected(ErrorCode::Internal, QStringLiteral("the method threw an unknown exception"));
    }
}

void BlockingCall::start(const RpcCall &call, const BlockingMethodFunction &function,
                         const std::shared_ptr<BlockingWorkers> &workers)
{
    if (!workers->queue) {
        call.fail(
            Error(ErrorCode::Unsupported,
                  QStringLiteral("method \"%1\" needs a worker, and there are none").arg(call.method())));
        return;
    }
    std::make_shared<BlockingCall>(call, workers)->submit(function);
}

BlockingCall::BlockingCall(const RpcCall &call, std::shared_ptr<BlockingWorkers> workers)
    : m_call(call)
    , m_workers(std::move(workers))
    , m_progress(std::make_shared<BlockingProgress>(
          [this] { QMetaObject::invokeMethod(this, &BlockingCall::sendProgress, Qt::QueuedConnection); }))
{
    m_workers->calls.insert(this);
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &BlockingCall::abandon);
}

BlockingCall::~BlockingCall()
{
    m_progress->detach();
    m_workers->calls.erase(this);
}

void BlockingCall::submit(const BlockingMethodFunction &function)
{
    const std::shared_ptr<BlockingCall> self = shared_from_this();
    const auto outcome = std::make_shared<Outcome>();
    WorkQueue::Work work;
    // Nothing of the thread of the call: what a worker holds may be destroyed there.
    work.run = [function, outcome, params = m_call->params(),
                context = BlockingMethodContext(m_call->peer(), m_call->token(), m_progress)] {
        const LogScope scope(0, context.peer().identity.credentials);
        *outcome = runGuarded(function, params, context);
    };
    work.finished = [self, outcome] { self->onFinished(*outcome); };
    work.placeChanged = [](int) {};
    work.returned = [self] { self->onReturned(); };
    const Result<quint64> ticket = m_workers->queue->submit(std::move(work));
    if (!ticket) {
        m_call->fail(ticket.error());
        return;
    }
    m_ticket = *ticket;
    m_call->onCancelled([weak = weak_from_this()] {
        if (const std::shared_ptr<BlockingCall> call = weak.lock())
            call->onCancelled();
    });
}

void BlockingCall::onCancelled()
{
    if (m_ticket == 0 || !m_workers->queue)
        return;
    if (m_workers->queue->withdraw(m_ticket)) {
        m_ticket = 0;
        m_call.reset();
        return;
    }
    m_grace.start(m_workers->grace);
}

void BlockingCall::abandon()
{
    if (m_ticket == 0 || !m_workers->queue)
        return;
    qCWarning(lcServer).noquote() << "the method" << m_call->method() << "does not stop"
                                  << m_workers->grace.count()
                                  << "ms after its cancellation: its worker is replaced";
    m_workers->queue->abandon(std::exchange(m_ticket, 0));
}

void BlockingCall::giveUp()
{
    const std::shared_ptr<BlockingCall> self = shared_from_this(); // the queue lets go of it
    m_workers->calls.erase(this);
    if (m_call)
        m_call->control().cancel(CancellationReason::Shutdown);
    if (m_ticket != 0 && m_workers->queue)
        m_workers->queue->abandon(std::exchange(m_ticket, 0));
}

void BlockingCall::onFinished(const Outcome &outcome)
{
    m_ticket = 0;
    m_grace.stop();
    sendProgress();
    const RpcCall call = *std::exchange(m_call, std::nullopt);
    if (outcome->has_value())
        call.reply(**outcome);
    else
        call.fail(outcome->error());
}

void BlockingCall::onReturned() { m_call.reset(); }

void BlockingCall::sendProgress()
{
    const std::optional<QJsonValue> value = m_progress->take();
    if (value && m_call)
        m_call->progress(*value);
}

} // namespace DaemonRpc
