#include <daemonrpc/handler/handlerregistry.h>

#include <algorithm>

namespace DaemonRpc {

HandlerRegistry::HandlerRegistry() = default;

HandlerRegistry::HandlerRegistry(HandlerRegistry &&) noexcept = default;

HandlerRegistry &HandlerRegistry::operator=(HandlerRegistry &&) noexcept = default;

HandlerRegistry::~HandlerRegistry() = default;

void HandlerRegistry::add(const QByteArray &name, std::shared_ptr<CommandHandler> handler)
{
    m_handlers[name] = std::move(handler);
}

std::shared_ptr<CommandHandler> HandlerRegistry::share(const QByteArray &name) const
{
    const auto it = m_handlers.find(name);
    return it == m_handlers.end() ? nullptr : it->second;
}

QByteArrayList HandlerRegistry::names() const
{
    QByteArrayList names;
    for (const auto &[name, handler] : m_handlers)
        names.append(name);
    return names;
}

QByteArrayList HandlerRegistry::visibleNames() const
{
    QByteArrayList names;
    for (const auto &[name, handler] : m_handlers) {
        if (!handler->isHidden())
            names.append(name);
    }
    return names;
}

void HandlerRegistry::retire(const HandlerRegistry *successor) const
{
    const auto isIn = [](const HandlerRegistry *registry, const std::shared_ptr<CommandHandler> &handler) {
        return registry && std::any_of(registry->m_handlers.begin(), registry->m_handlers.end(),
                                       [&handler](const auto &entry) { return entry.second == handler; });
    };
    for (const auto &[name, handler] : m_handlers) {
        if (!isIn(successor, handler))
            handler->retire();
    }
}

} // namespace DaemonRpc
