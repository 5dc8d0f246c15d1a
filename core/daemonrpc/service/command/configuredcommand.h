// Serves a command that the configuration defines.
#pragma once

#include <daemonrpc/base/limits.h>
#include <daemonrpc/handler/commandhandler.h>
#include <daemonrpc/service/command/commanddefinition.h>
#include <daemonrpc/service/command/warmpoolstatistics.h>
#include <daemonrpc/service/export.h>

namespace DaemonRpc {

class ParallelGate;
class WarmPool;

/// Runs the program of a CommandDefinition for each call: in a copy that was started ahead, in a persistent
/// worker, or cold. Thread-bound; outlives its executions.
///
/// Past `maxParallel` calls wait in the order of their arrival and are told their place; more than
/// Limits::maxQueueLength of them are refused with QueueFull. A call never fails because a copy was stale:
/// the next one serves, or a cold start. Why a call of a warm command ran cold is a Notice (Information).
class DAEMONRPC_SERVICE_EXPORT ConfiguredCommand : public CommandHandler
{
public:
    /// Copies are started as soon as the event loop runs.
    explicit ConfiguredCommand(CommandDefinition definition, const Limits &limits = {});
    ~ConfiguredCommand() override;

    [[nodiscard]] const CommandDefinition &definition() const { return m_definition; }

    [[nodiscard]] HandlerKind kind() const override { return HandlerKind::Process; }

    [[nodiscard]] QString summary() const override { return m_definition.description; }

    [[nodiscard]] bool isHidden() const override { return m_definition.isHidden; }

    [[nodiscard]] std::optional<std::chrono::milliseconds> grace() const override;
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeout() const override;

    [[nodiscard]] CommandLoad load() const override;

    std::unique_ptr<Execution> start(RequestContext &context) override;

    /// Ends the copies that wait. Calls that run or wait go on, cold.
    void retire() override;

    /// Nothing for a command without copies.
    [[nodiscard]] std::optional<WarmPoolStatistics> warmPoolStatistics() const;

    /// Calls that run, and that wait for their turn.
    [[nodiscard]] int runningCount() const;
    [[nodiscard]] int waitingCount() const;

private:
    friend class ConfiguredExecution;

    /// The execution of a call that has its turn.
    std::unique_ptr<Execution> begin(RequestContext &context);
    std::unique_ptr<Execution> beginWorker(RequestContext &context);
    void sayCold(RequestContext &context, ColdReason reason);
    /// The call with @p ticket leaves the gate.
    void end(quint64 ticket);

    const CommandDefinition m_definition;
    std::shared_ptr<WarmPool> m_pool; // null without copies; shared with those who give workers back
    std::unique_ptr<ParallelGate> m_gate;
};

} // namespace DaemonRpc
