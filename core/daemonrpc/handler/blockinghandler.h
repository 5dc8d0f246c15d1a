// Commands served by an ordinary function on a worker thread.
#pragma once

#include <daemonrpc/handler/blockingcontext.h>
#include <daemonrpc/handler/commandhandler.h>

#include <functional>

namespace DaemonRpc {

/// Serves a command with a function that may block, on a worker of the server. Thread-bound; the function
/// must be thread-safe, since several requests may run it at once.
///
/// The function returns the exit code. It should watch the token: after the grace the request ends as forced,
/// whatever the function does, and its worker is replaced.
///
///     handlers.add("hello", std::make_unique<BlockingHandler>([](BlockingContext &context) {
///         context.write("hello\n");
///         return 0;
///     }));
class DAEMONRPC_EXPORT BlockingHandler : public CommandHandler
{
public:
    using Function = std::function<int(BlockingContext &)>;

    explicit BlockingHandler(Function function, QString summary = {});

    [[nodiscard]] HandlerKind kind() const override { return HandlerKind::Blocking; }

    [[nodiscard]] QString summary() const override { return m_summary; }

    std::unique_ptr<Execution> start(RequestContext &context) override;

private:
    Function m_function;
    QString m_summary;
};

} // namespace DaemonRpc
