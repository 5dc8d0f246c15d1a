#include "callplan_p.h"
#include "configuredexecution_p.h"
#include "parallelgate_p.h"
#include "warmpool_p.h"
#include "workerexecution_p.h"

#include <daemonrpc/handler/process/processexecution.h>
#include <daemonrpc/service/command/configuredcommand.h>

namespace DaemonRpc {

// A persistent worker serves one call at a time: there are never more calls than workers.
static int parallelLimit(const CommandDefinition &definition)
{
    if (definition.worker != CommandDefinition::Worker::Json)
        return definition.maxParallel;
    const int workers = qMax(1, definition.warm);
    return definition.maxParallel > 0 ? qMin(definition.maxParallel, workers) : workers;
}

ConfiguredCommand::ConfiguredCommand(CommandDefinition definition, const Limits &limits)
    : m_definition(std::move(definition))
    , m_gate(std::make_unique<ParallelGate>(parallelLimit(m_definition)))
{
    if (m_definition.warm > 0 || m_definition.worker == CommandDefinition::Worker::Json)
        m_pool = std::make_shared<WarmPool>(m_definition, limits.chunkBytes);
}

ConfiguredCommand::~ConfiguredCommand() = default;

std::optional<std::chrono::milliseconds> ConfiguredCommand::grace() const
{
    return m_definition.grace.count() >= 0 ? std::optional(m_definition.grace) : std::nullopt;
}

std::optional<std::chrono::milliseconds> ConfiguredCommand::timeout() const
{
    return m_definition.timeout.count() > 0 ? std::optional(m_definition.timeout) : std::nullopt;
}

CommandLoad ConfiguredCommand::load() const
{
    CommandLoad load;
    load.running = runningCount();
    load.waiting = waitingCount();
    load.maxParallel = parallelLimit(m_definition);
    if (const std::optional<WarmPoolStatistics> pool = warmPoolStatistics()) {
        load.warmWanted = pool->wanted;
        load.warmReady = pool->ready;
        load.warmCalls = static_cast<qint64>(pool->hits);
        for (const quint64 misses : pool->misses)
            load.coldCalls += static_cast<qint64>(misses);
    }
    return load;
}

std::unique_ptr<Execution> ConfiguredCommand::start(RequestContext &context)
{
    return std::make_unique<ConfiguredExecution>(context, *this);
}

std::unique_ptr<Execution> ConfiguredCommand::begin(RequestContext &context)
{
    if (m_definition.worker == CommandDefinition::Worker::Json)
        return beginWorker(context);
    const CallPlan plan = CallPlan::forCall(m_definition, context.command(), context.arguments().mid(1));
    if (m_pool && plan.coldReason) {
        sayCold(context, *plan.coldReason);
    } else if (m_pool) {
        if (std::unique_ptr<ChildProcess> copy = m_pool->take())
            return std::make_unique<ProcessExecution>(context, std::move(copy));
        sayCold(context, ColdReason::NoneReady);
    }
    return std::make_unique<ProcessExecution>(context, plan.spec);
}

std::unique_ptr<Execution> ConfiguredCommand::beginWorker(RequestContext &context)
{
    const QByteArrayList arguments = context.arguments().mid(1);
    const CallPlan plan = CallPlan::forCall(m_definition, context.command(), arguments);
    const auto executionOn = [&](std::unique_ptr<ChildProcess> child,
                                 WorkerExecution::ReturnFunction giveBack) {
        return std::make_unique<WorkerExecution>(context, QString::fromUtf8(m_definition.name), arguments,
                                                 std::move(child), std::move(giveBack));
    };
    const auto keep = [pool = m_pool](std::unique_ptr<ChildProcess> child) {
        pool->giveBack(std::move(child));
    };
    if (!plan.coldReason) {
        if (std::unique_ptr<ChildProcess> worker = m_pool->take())
            return executionOn(std::move(worker), keep);
    }
    sayCold(context, plan.coldReason.value_or(ColdReason::NoneReady));
    auto child = std::make_unique<ChildProcess>(plan.spec, context.limits().chunkBytes);
    if (const Result<void> started = child->start(); !started) {
        context.fail(started.error());
        return nullptr;
    }
    if (!plan.coldReason) {
        m_pool->lend();
        return executionOn(std::move(child), keep);
    }
    // In its caller's context, so for this call alone.
    return executionOn(std::move(child), [](std::unique_ptr<ChildProcess> used) {
        if (used)
            used.release()->deleteLater(); // may be the sender
    });
}

void ConfiguredCommand::sayCold(RequestContext &context, ColdReason reason)
{
    m_pool->countMiss(reason);
    context.notify({Notice::Kind::Information,
                    QStringLiteral("\"%1\" was started cold: %2")
                        .arg(QString::fromUtf8(m_definition.name), coldReasonText(reason)),
                    0});
}

void ConfiguredCommand::end(quint64 ticket)
{
    m_gate->leave(ticket);
    if (m_pool)
        m_pool->callEnded();
}

void ConfiguredCommand::retire()
{
    if (m_pool)
        m_pool->close();
}

std::optional<WarmPoolStatistics> ConfiguredCommand::warmPoolStatistics() const
{
    return m_pool ? std::optional(m_pool->statistics()) : std::nullopt;
}

int ConfiguredCommand::runningCount() const { return m_gate->insideCount(); }

int ConfiguredCommand::waitingCount() const { return m_gate->queueLength(); }

} // namespace DaemonRpc
