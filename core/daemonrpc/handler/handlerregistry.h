// The commands a daemon knows.
#pragma once

#include <daemonrpc/handler/commandhandler.h>

#include <QByteArray>

#include <map>
#include <memory>

namespace DaemonRpc {

/// Command names and their handlers. Value (movable); shares the handlers with the requests that they serve.
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
    void add(const QByteArray &name, std::shared_ptr<CommandHandler> handler);

    /// The handler of @p name, or null.
    [[nodiscard]] CommandHandler *find(const QByteArray &name) const { return share(name).get(); }

    /// The handler of @p name, to be kept while it serves, or null.
    [[nodiscard]] std::shared_ptr<CommandHandler> share(const QByteArray &name) const;

    /// All names, sorted.
    [[nodiscard]] QByteArrayList names() const;
    /// Without those of hidden commands.
    [[nodiscard]] QByteArrayList visibleNames() const;

    /// CommandHandler::retire() of every handler that @p successor does not have, too; without one, of all.
    void retire(const HandlerRegistry *successor = nullptr) const;

private:
    std::map<QByteArray, std::shared_ptr<CommandHandler>> m_handlers;
};

} // namespace DaemonRpc
