// Code that serves a command.
#pragma once

#include <daemonrpc/handler/commandload.h>
#include <daemonrpc/handler/execution.h>
#include <daemonrpc/handler/requestcontext.h>

#include <functional>
#include <memory>

namespace DaemonRpc {

/// How a handler works, and so how it can be stopped (docs/ARCHITECTURE.md, "Threads and processes").
enum class HandlerKind { Asynchronous, Blocking, Process };

[[nodiscard]] DAEMONRPC_EXPORT QString handlerKindName(HandlerKind kind);

/// Serves one command, any number of times at once. Thread-bound to the I/O thread.
///
/// start() must not block. It returns the execution, which ends the request through the context, now or
/// later.
///
///     class Hello : public CommandHandler
///     {
///     public:
///         std::unique_ptr<Execution> start(RequestContext &context) override
///         {
///             context.write("hello\n");
///             context.finish(0);
///             return nullptr; // nothing goes on after start()
///         }
///     };
class DAEMONRPC_EXPORT CommandHandler
{
public:
    CommandHandler();
    virtual ~CommandHandler();
    CommandHandler(const CommandHandler &) = delete;
    CommandHandler &operator=(const CommandHandler &) = delete;

    [[nodiscard]] virtual HandlerKind kind() const { return HandlerKind::Asynchronous; }

    /// One line for lists of commands.
    [[nodiscard]] virtual QString summary() const { return {}; }

    /// Whether it is left out of lists of commands; it can be called all the same.
    [[nodiscard]] virtual bool isHidden() const { return false; }

    /// How busy it is; all zero for a handler that does not count.
    [[nodiscard]] virtual CommandLoad load() const { return {}; }

    /// The grace of this command, when it differs from the daemon's.
    [[nodiscard]] virtual std::optional<std::chrono::milliseconds> grace() const { return std::nullopt; }

    /// The longest that one request may take, when this command has such a limit of its own; the shortest of
    /// this, the daemon's and the client's counts.
    [[nodiscard]] virtual std::optional<std::chrono::milliseconds> timeout() const { return std::nullopt; }

    /// No new requests will come: whatever is kept ready for them is let go. Those that run are not touched.
    virtual void retire() {}

    /// Begins to serve @p context, which outlives the execution. Null when the request is finished already.
    virtual std::unique_ptr<Execution> start(RequestContext &context) = 0;
};

/// A handler made of one function, for asynchronous work.
class DAEMONRPC_EXPORT FunctionHandler : public CommandHandler
{
public:
    using Function = std::function<std::unique_ptr<Execution>(RequestContext &)>;

    explicit FunctionHandler(Function function, QString summary = {});

    [[nodiscard]] QString summary() const override { return m_summary; }

    std::unique_ptr<Execution> start(RequestContext &context) override { return m_function(context); }

private:
    Function m_function;
    QString m_summary;
};

} // namespace DaemonRpc
