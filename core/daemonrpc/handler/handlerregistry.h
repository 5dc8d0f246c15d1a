// The commands a daemon knows.
#pragma once

#include <daemonrpc/handler/commandhandler.h>

#include <QByteArray>

#include <map>
#include <memory>

namespace DaemonRpc {

/// Command names and their handlers. Value (movable); owns the handlers.
///
///     HandlerRegistry handlers;
///     handlers.add("hello", std::make_unique<Hello>());
class DAEMONRPC_EXPORT HandlerRegistry
{
public:
    HandlerRegistry();
    HandlerRegistry(HandlerRegistry &&) noexcept;
    HandlerRegistry &operator=(HandlerRegistry &&) noexcept;
    ~HandlerRegistry();

    /// Adds a command; an earlier one of the same name is replaced.
    void add(const QByteArray &name, std::unique_ptr<CommandHandler> handler);

    /// The handler of @p name, or null.
    [[nodiscard]] CommandHandler *find(const QByteArray &name) const;

    /// All names, sorted.
    [[nodiscard]] QByteArrayList names() const;

private:
    std::map<QByteArray, std::unique_ptr<CommandHandler>> m_handlers;
};

} // namespace DaemonRpc
