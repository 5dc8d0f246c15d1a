// Commands served by a child process.
#pragma once

#include <daemonrpc/base/result.h>
#include <daemonrpc/handler/commandhandler.h>
#include <daemonrpc/handler/process/processspec.h>

#include <functional>

namespace DaemonRpc {

/// Serves a command with a program: output, input, exit code and signal are the program's own. Thread-bound.
///
/// The program runs in a process group of its own. Asked to stop, the group gets the person's signal or
/// SIGTERM; after the grace SIGKILL. What the program left behind in its group when it ended by itself is
/// left alone.
///
///     handlers.add("date", std::make_unique<ProcessHandler>([](const RequestContext &context) ->
///     Result<ProcessSpec> {
///         return ProcessSpec::inContextOf(context.command(), "date", context.arguments().mid(1));
///     }));
class DAEMONRPC_EXPORT ProcessHandler : public CommandHandler
{
public:
    /// What to run for a request, or why not.
    using SpecFunction = std::function<Result<ProcessSpec>(const RequestContext &)>;

    explicit ProcessHandler(SpecFunction specFunction, QString summary = {});

    [[nodiscard]] HandlerKind kind() const override { return HandlerKind::Process; }

    [[nodiscard]] QString summary() const override { return m_summary; }

    std::unique_ptr<Execution> start(RequestContext &context) override;

private:
    SpecFunction m_specFunction;
    QString m_summary;
};

} // namespace DaemonRpc
