// One call of a configured command, waiting or running.
#pragma once

#include <daemonrpc/service/command/configuredcommand.h>

namespace DaemonRpc {

/// Waits for its turn, then lets ConfiguredCommand begin. Thread-bound.
class ConfiguredExecution : public Execution
{
    Q_OBJECT

public:
    ConfiguredExecution(RequestContext &context, ConfiguredCommand &command);
    ~ConfiguredExecution() override;

    bool force() override;

private:
    void onCancellationRequested(CancellationReason reason);
    void leave();

    RequestContext &m_context;
    ConfiguredCommand &m_command;
    std::unique_ptr<Execution> m_inner;
    quint64 m_ticket = 0;
    bool m_hasBegun = false;
};

} // namespace DaemonRpc
