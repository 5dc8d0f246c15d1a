// A daemon as a well-behaved service of the operating system.
#pragma once

#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/service/command/commandset.h>
#include <daemonrpc/service/config/configurationloader.h>
#include <daemonrpc/service/logging/logtargets.h>
#include <daemonrpc/service/process/servicenotifier.h>
#include <daemonrpc/service/process/signalrouter.h>
#include <daemonrpc/service/process/socketactivation.h>
#include <daemonrpc/service/serviceprocess.h>

#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace DaemonRpc {

class AdditionalSocket;
class HealthService;
class HttpService;
class LogService;
class MetricsCollector;
class NetworkListeners;
class PluginLoader;
class ProcessTitle;

/// What a service is started with. Value.
struct ServiceSetup
{
    /// Where it lives, what it inherits, whom it tells. Limits and times come from the configuration.
    DaemonOptions options;
    ConfigurationLoader loader;      ///< For a reload.
    LoadedConfiguration loaded;      ///< What the loader made.
    bool isForeground = false;       ///< Somebody reads standard error.
    int notificationDescriptor = -1; ///< s6's, -1 for none.
};

/// Puts a Daemon together with configuration, configured commands, log, signals, limits, privileges,
/// supervision, health, metrics, plugins and restart. Thread-bound; one per process, made before
/// other threads run.
///
///     LogService log;
///     log.install();
///     DaemonApplication service(setup, [] { return makeHandlers(); }, log);
///     if (const Result<void> started = service.start(); !started)
///         return complain(started.error());
///     return service.run();
class DAEMONRPC_SERVICE_EXPORT DaemonApplication : public QObject
{
    Q_OBJECT

public:
    /// Makes the handlers that do not come from the configuration; called at the start and at each reload.
    using HandlersFunction = std::function<HandlerRegistry()>;

    /// @p log and @p title (which may be null) must outlive it.
    DaemonApplication(ServiceSetup setup, HandlersFunction makeHandlers, LogService &log,
                      ProcessTitle *title = nullptr);
    ~DaemonApplication() override;

    /// Prepares the process, becomes the daemon, and tells whoever waits for that (supervisor, client,
    /// predecessor). Errors: AlreadyRunning and the others of Daemon::start(); those of ServiceProcess; of
    /// the additional socket and of activated ones.
    Result<void> start();

    /// Runs the event loop until the daemon has ended; the program's exit status. Ends the process itself,
    /// with _exit(2), when threads of handlers cannot be stopped.
    int run();

    /// The daemon, after start().
    [[nodiscard]] Daemon &daemon() { return *m_daemon; }

    [[nodiscard]] const ServiceConfiguration &configuration() const { return m_setup.loaded.configuration; }

    /// Reads the configuration again; when that is invalid, nothing changes. Errors: InvalidArgument, with
    /// each problem and its place.
    Result<ReloadReport> reload();

private:
    Result<void> prepare();
    void takeOwnSocket();
    void makeDaemon();
    void loadPlugins();
    [[nodiscard]] LogTargets logTargets() const;
    Result<void> prepareSockets();
    void listen();
    void connectSignals();
    Result<ReloadReport> apply(const LoadedConfiguration &fresh);
    void onSuccessorReady(qint64 pid);
    void dumpState();
    void toggleDebug();
    void showState();

    ServiceSetup m_setup;
    const ServiceConfiguration m_started; // what holds, for keys that only a restart changes
    HandlersFunction m_makeHandlers;
    LogService &m_log;
    ProcessTitle *m_title;
    SignalRouter m_signals;
    QTimer m_stateTimer;
    ServiceNotifier::Environment m_supervisor;
    Result<SocketActivation> m_activation;
    ServiceProcess m_process;
    CommandSet m_commands;
    std::vector<ActivatedSocket> m_activatedSockets;
    std::unique_ptr<ServiceNotifier> m_notifier;
    std::unique_ptr<AdditionalSocket> m_additionalSocket;
    std::unique_ptr<PluginLoader> m_plugins; // outlives the daemon, which holds what they added
    std::unique_ptr<NetworkListeners> m_network;
    std::unique_ptr<Daemon> m_daemon;
    std::unique_ptr<HealthService> m_health;
    std::unique_ptr<MetricsCollector> m_metrics;
    std::unique_ptr<HttpService> m_http;
};

} // namespace DaemonRpc
