// The commands of a configuration, from one reload to the next.
#pragma once

#include <daemonrpc/handler/handlerregistry.h>
#include <daemonrpc/service/command/configuredcommand.h>

#include <QList>

#include <map>
#include <memory>

namespace DaemonRpc {

/// Makes handlers of definitions and keeps those whose definition has not changed, with their copies and
/// queues. Thread-bound.
///
///     CommandSet commands;
///     Daemon daemon(options, commands.update(configuration.commands, makeStockCommands(), limits));
///     …
///     // At a reload:
///     daemon.server().setHandlers(commands.update(fresh.commands, makeStockCommands(), limits));
class DAEMONRPC_SERVICE_EXPORT CommandSet
{
public:
    CommandSet();
    ~CommandSet();
    CommandSet(const CommandSet &) = delete;
    CommandSet &operator=(const CommandSet &) = delete;

    /// The handlers of @p definitions, over those of @p stock. Of two definitions with one name the later
    /// counts. Handlers that are no longer defined end with the last request they serve.
    [[nodiscard]] HandlerRegistry update(const QList<CommandDefinition> &definitions, HandlerRegistry stock,
                                         const Limits &limits = {});

    /// Those of the last update, sorted by name.
    [[nodiscard]] QList<std::shared_ptr<const ConfiguredCommand>> commands() const;

private:
    std::map<QByteArray, std::shared_ptr<ConfiguredCommand>> m_commands;
};

} // namespace DaemonRpc
