#include "logging_p.h"

#include <daemonrpc/instance/readiness.h>
#include <daemonrpc/service/access/configuredaccess.h>
#include <daemonrpc/service/access/networklisteners.h>
#include <daemonrpc/service/additionalsocket.h>
#include <daemonrpc/service/config/configurationchange.h>
#include <daemonrpc/service/config/configurationreport.h>
#include <daemonrpc/service/config/daemonoptionsmapping.h>
#include <daemonrpc/service/daemonapplication.h>
#include <daemonrpc/service/health/healthservice.h>
#include <daemonrpc/service/http/httpservice.h>
#include <daemonrpc/service/logging/logmethods.h>
#include <daemonrpc/service/logging/logservice.h>
#include <daemonrpc/service/logging/logsource.h>
#include <daemonrpc/service/metrics/metricscollector.h>
#include <daemonrpc/service/metrics/metricsmethods.h>
#include <daemonrpc/service/plugin/pluginmethods.h>
#include <daemonrpc/service/process/processtitle.h>
#include <daemonrpc/service/process/statedump.h>
#include <daemonrpc/transport/local/descriptorlistener.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc {

// How long title and status may lag behind.
static constexpr std::chrono::milliseconds stateLag{250};

/// Whether standard error leads to the file @p path.
static bool isStandardError(const QString &path)
{
    struct stat file = {};
    struct stat output = {};
    return ::stat(QFile::encodeName(path).constData(), &file) == 0 && ::fstat(STDERR_FILENO, &output) == 0 &&
           file.st_dev == output.st_dev && file.st_ino == output.st_ino;
}

DaemonApplication::DaemonApplication(ServiceSetup setup, HandlersFunction makeHandlers, LogService &log,
                                     ProcessTitle *title)
    : m_setup(std::move(setup))
    , m_started(m_setup.loaded.configuration)
    , m_makeHandlers(std::move(makeHandlers))
    , m_log(log)
    , m_title(title)
    , m_supervisor(ServiceNotifier::Environment::take(m_setup.notificationDescriptor))
    , m_activation(SocketActivation::take())
{
    // The variables of a client's supervisor are not for the daemon that it starts.
    if (!m_setup.isForeground) {
        m_supervisor = {};
        m_activation = SocketActivation();
    }
    // The same for ports: only a predecessor passes them on.
    const QByteArray ports = qgetenv(NetworkListeners::inheritedVariable);
    qunsetenv(NetworkListeners::inheritedVariable);
    m_network = std::make_unique<NetworkListeners>(
        m_setup.options.inheritance.isGiven() ? NetworkListeners::parseInherited(ports) : QList<int>());
    m_stateTimer.setSingleShot(true);
    connect(&m_stateTimer, &QTimer::timeout, this, &DaemonApplication::showState);
}

DaemonApplication::~DaemonApplication() = default;

Result<void> DaemonApplication::start()
{
    if (const Result<void> prepared = prepare(); !prepared) {
        // Whoever waits for this start; from here on the daemon tells.
        ReadinessChannel(m_setup.options.readyFd).failed(prepared.error().message());
        return prepared;
    }
    if (const Result<void> started = m_daemon->start(); !started)
        return started;
    connectSignals();
    m_health->start();
    m_http->start(configuration().health.httpPort);
    showState();
    m_notifier->ready();
    return {};
}

Result<void> DaemonApplication::prepare()
{
    if (!m_activation)
        return unexpected(m_activation.error());
    if (const Result<void> prepared = m_process.prepare(configuration(), m_setup.options); !prepared)
        return prepared;
    if (const Result<void> applied = m_log.apply(configuration().logging, logTargets()); !applied)
        qCWarning(lcService).noquote() << applied.error().message();
    if (const Result<void> prepared = prepareSockets(); !prepared)
        return prepared;
    m_notifier = std::make_unique<ServiceNotifier>(m_supervisor);
    if (!m_notifier->state())
        qCWarning(lcService).noquote() << m_notifier->state().error().message();
    makeDaemon();
    return {};
}

// A file of its own is what `daemon-rpc logs` shows, whoever reads standard error as well.
LogTargets DaemonApplication::logTargets() const
{
    LogTargets targets;
    const Result<RuntimeDirectory> directory = RuntimeDirectory::resolve(m_setup.options.runtimeDirectory);
    const InstanceName name(m_setup.options.id);
    // What is wrong with the directory is told by the daemon's start.
    if (directory && directory->socketPath(name) && directory->prepare())
        targets.defaultFile = directory->logPath(name);
    const bool isLog = isStandardError(targets.defaultFile);
    targets.takesStandardStreams = isLog;
    targets.standardError = m_setup.isForeground && !isLog;
    return targets;
}

Result<void> DaemonApplication::prepareSockets()
{
    Result<std::vector<ActivatedSocket>> activated = m_activation->sockets();
    if (!activated)
        return unexpected(activated.error());
    m_activatedSockets = std::move(*activated);
    takeOwnSocket();
    if (const Result<void> prepared = m_network->prepare(configuration()); !prepared)
        return prepared;
    if (configuration().sockets.localPath.isEmpty() || m_setup.options.inheritance.isGiven())
        return {};
    Result<AdditionalSocket> bound =
        AdditionalSocket::bind(configuration().sockets.localPath, configuration().sockets.localPermissions,
                               AdditionalSocket::WhenServed::Refuse);
    if (!bound)
        return unexpected(bound.error());
    m_additionalSocket = std::make_unique<AdditionalSocket>(std::move(*bound));
    return {};
}

// The supervisor's socket at the daemon's own path is the one that clients know.
void DaemonApplication::takeOwnSocket()
{
    const Result<RuntimeDirectory> directory = RuntimeDirectory::resolve(m_setup.options.runtimeDirectory);
    const Result<QString> path =
        directory ? directory->socketPath(InstanceName(m_setup.options.id)) : Result<QString>(QString());
    if (!path)
        return;
    const QString canonical = QFileInfo(*path).canonicalFilePath();
    for (auto activated = m_activatedSockets.begin(); activated != m_activatedSockets.end(); ++activated) {
        if (!canonical.isEmpty() && QFileInfo(activated->path).canonicalFilePath() == canonical) {
            m_setup.options.supervisedSocketFd = activated->socket.release();
            m_activatedSockets.erase(activated);
            return;
        }
    }
}

void DaemonApplication::makeDaemon()
{
    DaemonOptions options = m_setup.options;
    applyConfiguration(configuration(), options);
    options.logPath = m_log.filePath();
    options.restartCommand.environment += m_notifier->successorEnvironment();
    // The supervisor's further sockets: they stay open for as long as there may be a restart.
    QList<int> activated;
    for (const ActivatedSocket &socket : m_activatedSockets)
        activated.append(socket.socket.get());
    if (!activated.isEmpty()) {
        options.restartCommand.descriptors += activated;
        options.restartCommand.environment.append(SocketActivation::successorEnvironment(activated));
    }
    options.restartCommand.descriptors += m_network->descriptors();
    options.restartCommand.environment += m_network->successorEnvironment();
    m_daemon = std::make_unique<Daemon>(options, HandlerRegistry());
    m_daemon->server().setAccessPolicy(std::make_shared<ConfiguredAccess>(configuration()));
    m_daemon->setReload([this] { return reload(); });
    m_daemon->setConfiguration([this] { return configurationReport(m_setup.loaded); });
    LogMethods::addTo(m_daemon->methods(), m_log);
    m_daemon->subscriptions().addSource(QStringLiteral("log"), std::make_unique<LogSource>(m_log));
    connect(m_daemon.get(), &Daemon::established, this,
            [this] { m_process.writePidFile(configuration().daemon.pidFile); });
    m_health = std::make_unique<HealthService>(*m_daemon, configuration().health, m_log.filePath());
    m_metrics =
        std::make_unique<MetricsCollector>(MetricsSources{*m_daemon, m_health.get(), &m_commands, &m_log});
    MetricsMethods::addTo(m_daemon->methods(), *m_metrics);
    m_http = std::make_unique<HttpService>(*m_daemon, *m_health, *m_metrics);
    loadPlugins();
    connect(m_daemon.get(), &Daemon::finished, QCoreApplication::instance(), &QCoreApplication::quit,
            Qt::QueuedConnection);
    // Before a predecessor is told: it closes its additional socket then.
    connect(m_daemon.get(), &Daemon::established, this, &DaemonApplication::listen);
    connect(m_daemon.get(), &Daemon::successorReady, this, &DaemonApplication::onSuccessorReady);
}

// What is the daemon's own has its names by now: plugins get the others.
void DaemonApplication::loadPlugins()
{
    m_plugins = std::make_unique<PluginLoader>(configuration().plugins);
    PluginMethods::addTo(m_daemon->methods(), *m_plugins);
    HandlerRegistry handlers = m_makeHandlers();
    QByteArrayList names = handlers.names();
    for (const CommandDefinition &command : configuration().commands)
        names.append(command.name);
    m_plugins->load(m_daemon->rpc(), names);
    m_plugins->addCommandsTo(handlers);
    m_daemon->server().setHandlers(
        m_commands.update(configuration().commands, std::move(handlers), m_daemon->options().limits));
}

void DaemonApplication::listen()
{
    // Taken from the predecessor only now: one that could not start must leave it alone.
    if (!configuration().sockets.localPath.isEmpty() && !m_additionalSocket) {
        Result<AdditionalSocket> taken = AdditionalSocket::bind(configuration().sockets.localPath,
                                                                configuration().sockets.localPermissions,
                                                                AdditionalSocket::WhenServed::Take);
        if (taken)
            m_additionalSocket = std::make_unique<AdditionalSocket>(std::move(*taken));
        else
            qCWarning(lcService).noquote() << taken.error().message();
    }
    Server &server = m_daemon->server();
    if (m_additionalSocket)
        server.addListener(std::make_unique<DescriptorListener>(m_additionalSocket->takeDescriptor()));
    for (ActivatedSocket &activated : m_activatedSockets) {
        qCInfo(lcService).noquote() << "serves the supervisor's socket" << activated.path;
        server.addListener(std::make_unique<DescriptorListener>(std::move(activated.socket),
                                                                DescriptorListener::Ownership::Shared));
    }
    m_activatedSockets.clear();
    m_network->listen(server);
}

void DaemonApplication::connectSignals()
{
    // A first signal stops politely, a second one at once.
    connect(&m_signals, &SignalRouter::terminateRequested, m_daemon.get(), [this](int, int count) {
        m_notifier->stopping();
        static_cast<void>(m_daemon->stop(count > 1));
    });
    connect(&m_signals, &SignalRouter::reloadRequested, m_daemon.get(),
            [this] { static_cast<void>(m_daemon->reload()); });
    connect(&m_signals, &SignalRouter::dumpRequested, this, &DaemonApplication::dumpState);
    connect(&m_signals, &SignalRouter::debugToggled, this, &DaemonApplication::toggleDebug);
    Server &server = m_daemon->server();
    const auto showLater = [this] {
        if (!m_stateTimer.isActive())
            m_stateTimer.start(stateLag);
    };
    connect(&server, &Server::activity, this, showLater);
    connect(&server, &Server::stateChanged, this, showLater);
    connect(&server, &Server::degradedChanged, this, showLater);
    connect(&server.requests(), &RequestTable::becameEmpty, this, showLater);
}

int DaemonApplication::run()
{
    const int status = QCoreApplication::exec();
    // A handler that ignored its token still runs on a thread of ours: nothing may be torn down under it.
    if (m_daemon->isExitUnsafe())
        ::_exit(status);
    return status;
}

Result<ReloadReport> DaemonApplication::reload()
{
    m_notifier->reloading();
    const Result<LoadedConfiguration> fresh = m_setup.loader.load();
    Result<ReloadReport> report = ReloadReport();
    if (fresh) {
        report = apply(*fresh);
    } else {
        QStringList problems;
        for (const ConfigurationDiagnostic &problem : m_setup.loader.diagnostics()) {
            problems.append(problem.toString());
            qCWarning(lcService).noquote() << "configuration:" << problem.toString();
        }
        qCWarning(lcService) << "the configuration is invalid; the old one stays in force";
        report = unexpected(ErrorCode::InvalidArgument,
                            QStringLiteral("the configuration is invalid, the old one stays in force:\n%1")
                                .arg(problems.join(u'\n')));
    }
    m_notifier->ready();
    return report;
}

Result<ReloadReport> DaemonApplication::apply(const LoadedConfiguration &fresh)
{
    const QStringList applied = ConfigurationChange::between(configuration(), fresh.configuration).applicable;
    // Compared with what this process was started with: that is what such keys still say.
    const QStringList afterRestart =
        ConfigurationChange::between(m_started, fresh.configuration).needingRestart;
    const bool hasNewLimits = configuration().limits != fresh.configuration.limits;
    m_setup.loaded = fresh;
    DaemonOptions options = m_setup.options;
    applyConfiguration(configuration(), options);
    // Unchanged, too: levels that were set meanwhile hold until here.
    if (const Result<void> done = m_log.apply(configuration().logging, logTargets()); !done)
        qCWarning(lcService).noquote() << done.error().message();
    if (hasNewLimits)
        m_process.applyLimits(configuration().limits);
    options.logPath = m_log.filePath();
    m_daemon->reconfigure(options);
    HandlerRegistry handlers = m_makeHandlers();
    m_plugins->addCommandsTo(handlers);
    m_daemon->server().setHandlers(
        m_commands.update(configuration().commands, std::move(handlers), m_daemon->options().limits));
    m_daemon->server().setAccessPolicy(std::make_shared<ConfiguredAccess>(configuration()));
    m_network->setLimits(configuration().sockets);
    m_health->setOptions(configuration().health);
    m_health->setLogPath(m_log.filePath());
    m_http->setPort(configuration().health.httpPort);
    qCInfo(lcService).noquote() << "read the configuration again; in force:"
                                << (applied.isEmpty() ? QStringLiteral("nothing new") : applied.join(u' '));
    if (!afterRestart.isEmpty())
        qCWarning(lcService).noquote() << "in force after a restart:" << afterRestart.join(u' ');
    return ReloadReport{applied, afterRestart};
}

void DaemonApplication::onSuccessorReady(qint64 pid)
{
    m_notifier->setMainPid(pid);
    m_process.leaveToSuccessor();
}

void DaemonApplication::dumpState()
{
    StateDump dump = StateDump::of(m_daemon->snapshot(), m_daemon->server());
    const Result<QString> written = dump.write();
    if (written)
        qCInfo(lcService).noquote() << "wrote the state to" << *written;
    else
        qCWarning(lcService).noquote() << written.error().message();
}

void DaemonApplication::toggleDebug()
{
    qCInfo(lcService) << (m_log.toggleDebug() ? "debug messages are on" : "debug messages are off again");
}

void DaemonApplication::showState()
{
    const DaemonSnapshot snapshot = m_daemon->snapshot();
    if (m_title) {
        m_title->show(ProcessTitle::describe(QCoreApplication::applicationName(), snapshot.daemonId,
                                             snapshot.state, snapshot.runningRequests));
    }
    m_notifier->setStatus(QStringLiteral("%1, %2 running").arg(snapshot.state).arg(snapshot.runningRequests));
}

} // namespace DaemonRpc
