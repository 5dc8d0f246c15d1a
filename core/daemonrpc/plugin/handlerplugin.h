// What a shared object implements to add to a daemon.
#pragma once

#include <daemonrpc/plugin/plugincontext.h>

#include <QObject>

/// The interface with its version: that of the library up to the minor number, since before 1.0 each minor
/// version may change the classes that both sides share. A plugin is built again for another one.
#define DAEMONRPC_HANDLER_PLUGIN_IID "io.github.daemonrpc.HandlerPlugin/0.1"

namespace DaemonRpc {

/// Adds commands and JSON-RPC methods to the daemon that loads it. Interface; thread-bound to the I/O thread.
///
/// A plugin is a QObject in a shared object of its own; docs/PLUGINS.md has the whole of it. It is never
/// unloaded before the process ends, and has all the rights of the daemon.
///
///     class Greetings : public QObject, public DaemonRpc::HandlerPlugin
///     {
///         Q_OBJECT
///         Q_PLUGIN_METADATA(IID DAEMONRPC_HANDLER_PLUGIN_IID FILE "greetings.json")
///         Q_INTERFACES(DaemonRpc::HandlerPlugin)
///
///     public:
///         DaemonRpc::Result<void> initialize(DaemonRpc::PluginContext &context) override
///         {
///             context.addCommand("greet", std::make_unique<DaemonRpc::BlockingHandler>(greet));
///             return {};
///         }
///     };
///
/// The JSON file names the plugin: `{"name": "greetings", "version": "1.0", "description": "…"}`; the name is
/// 1 to 64 of `A-Z a-z 0-9 . _ -`, the others may be left out.
class DAEMONRPC_EXPORT HandlerPlugin
{
public:
    virtual ~HandlerPlugin();

    /// Called once, before the daemon serves. Must not block. An error, an exception or anything that @p
    /// context refuses leaves the daemon without all of the plugin, which is reported and harms nobody else.
    ///
    /// @p context ends with the call. What is added may refer to the plugin, which outlives the daemon.
    virtual Result<void> initialize(PluginContext &context) = 0;
};

} // namespace DaemonRpc

Q_DECLARE_INTERFACE(DaemonRpc::HandlerPlugin, DAEMONRPC_HANDLER_PLUGIN_IID)
