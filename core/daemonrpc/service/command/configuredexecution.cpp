#include "configuredexecution_p.h"
#include "parallelgate_p.h"

namespace DaemonRpc {

ConfiguredExecution::ConfiguredExecution(RequestContext &context, ConfiguredCommand &command)
    : m_context(context)
    , m_command(command)
{
    connect(&context, &RequestContext::cancellationRequested, this,
            &ConfiguredExecution::onCancellationRequested);
    connect(&context, &RequestContext::finished, this, &ConfiguredExecution::leave);
    ParallelGate::Visitor visitor;
    visitor.enter = [this] {
        m_hasBegun = true;
        m_context.setQueuePlace(0);
        m_inner = m_command.begin(m_context);
    };
    visitor.placeChanged = [this](int place) {
        m_context.setQueuePlace(place);
        m_context.notify({Notice::Kind::Queued,
                          QStringLiteral("waiting for \"%1\", place %2")
                              .arg(QString::fromUtf8(m_command.definition().name))
                              .arg(place),
                          place});
    };
    const Result<quint64> ticket =
        command.m_gate->arrive(std::move(visitor), context.limits().maxQueueLength);
    if (!ticket) {
        context.fail(ticket.error());
        return;
    }
    m_ticket = *ticket;
    if (context.isFinished()) // could not be started
        leave();
}

ConfiguredExecution::~ConfiguredExecution()
{
    m_inner.reset();
    leave();
}

void ConfiguredExecution::leave()
{
    if (m_ticket != 0)
        m_command.end(std::exchange(m_ticket, 0));
}

void ConfiguredExecution::onCancellationRequested(CancellationReason reason)
{
    if (m_hasBegun || m_context.isFinished())
        return;
    const QString why =
        reason == CancellationReason::Timeout ? QStringLiteral(" longer than its timeout") : QString();
    m_context.fail(
        Error(ErrorCode::Cancelled,
              QStringLiteral("the request was cancelled while it was waiting for its turn%1").arg(why)));
}

bool ConfiguredExecution::force() { return m_inner && m_inner->force(); }

} // namespace DaemonRpc
