#include <daemonrpc/handler/handlerregistry.h>

namespace DaemonRpc {

HandlerRegistry::HandlerRegistry() = default;

HandlerRegistry::HandlerRegistry(HandlerRegistry &&) noexcept = default;

HandlerRegistry &HandlerRegistry::operator=(HandlerRegistry &&) noexcept = default;

HandlerRegistry::~HandlerRegistry() = default;

void HandlerRegistry::add(const QByteArray &name, std::unique_ptr<CommandHandler> handler)
{
    m_handlers[name] = std::move(handler);
}

CommandHandler *HandlerRegistry::find(const QByteArray &name) const
{
    const auto it = m_handlers.find(name);
    return it == m_handlers.end() ? nullptr : it->second.get();
}

QByteArrayList HandlerRegistry::names() const
{
    QByteArrayList names;
    for (const auto &[name, handler] : m_handlers)
        names.append(name);
    return names;
}

} // namespace DaemonRpc
