#include "succession_p.h"

#include <daemonrpc/base/version.h>
#include <daemonrpc/daemon/daemon.h>
#include <daemonrpc/instance/readiness.h>
#include <daemonrpc/transport/local/descriptorlistener.h>

#include <QDateTime>
#include <QLoggingCategory>

#include <unistd.h>

namespace DaemonRpc {

Q_LOGGING_CATEGORY(lcDaemon, "daemonrpc.daemon", QtInfoMsg)

static constexpr qsizetype maxReloadErrorCharacters = 500;

Daemon::Daemon(const DaemonOptions &options, HandlerRegistry handlers, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_server(std::move(handlers), options.limits)
    , m_admin(m_server, *this)
    , m_succession(std::make_unique<Succession>(options))
{
    VersionCheck version;
    version.buildTimestampMs = options.build.timestampMs;
    version.buildId = options.build.id;
    m_server.setVersion(version);
    m_server.setRpcEndpoint(&m_admin);
    m_server.setHandOver([this](const VersionCheck &client) { return handOver(client); });
    connect(&m_server, &Server::drained, this, &Daemon::onDrained);
    connect(&m_server, &Server::degradedChanged, this, &Daemon::onDegradedChanged);
    connect(&m_server, &Server::activity, this, &Daemon::restartIdleTimer);
    connect(&m_server.requests(), &RequestTable::becameEmpty, this, &Daemon::restartIdleTimer);
    connect(&m_server, &Server::listenerStarved, this, [](const Error &error) {
        qCWarning(lcDaemon).noquote() << error.message() << "- waiting for resources";
    });
    connect(m_succession.get(), &Succession::succeeded, this, &Daemon::onSucceeded);
    connect(m_succession.get(), &Succession::failed, this, [this](const Error &error) {
        qCWarning(lcDaemon).noquote() << "cannot restart:" << error.message() << "- going on as before";
        answerRestart(
            unexpected(error.withContext(QStringLiteral("restarting; the daemon goes on as before"))));
    });
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &Daemon::onIdle);
    m_stopTimeout.setSingleShot(true);
    connect(&m_stopTimeout, &QTimer::timeout, this, [this] {
        m_server.requests().cancelAll(CancellationReason::Shutdown, QStringLiteral("the daemon's stop"));
        m_server.cancelCalls();
        // Signals that keep coming must not put it off.
        if (!m_lastStep.isActive())
            m_lastStep.start(m_options.limits.grace + ServedRequest::forcedEndTimeout);
    });
    // Repeated: a command may have a longer grace of its own.
    connect(&m_lastStep, &QTimer::timeout, &m_server, &Server::dropUndelivered);
}

Daemon::~Daemon()
{
    abortRestart(QStringLiteral("the daemon ends"));
    m_server.disconnect(this); // what its members still say must not reach those that are gone by then
}

Result<void> Daemon::start()
{
    ReadinessChannel readiness(m_options.readyFd);
    const Result<void> done = establish();
    if (done) {
        Q_EMIT established();
        readiness.ready();
    } else if (done.error().code() == ErrorCode::AlreadyRunning) {
        readiness.alreadyRunning(done.error().message());
    } else {
        readiness.failed(done.error().message());
    }
    return done;
}

Result<void> Daemon::establish()
{
    const Result<RuntimeDirectory> directory = RuntimeDirectory::resolve(m_options.runtimeDirectory);
    if (!directory)
        return unexpected(directory.error());
    m_presence = std::make_unique<Presence>(m_options.id, *directory, m_options.build);
    m_presence->setSupervisedSocket(FileDescriptor(std::exchange(m_options.supervisedSocketFd, -1)));
    const bool isSuccessor = m_options.inheritance.isGiven();
    if (const Result<void> done =
            isSuccessor ? m_presence->adopt(m_options.inheritance) : m_presence->establish();
        !done) {
        return done;
    }
    connect(m_presence.get(), &Presence::rebound, this, &Daemon::onRebound);
    connect(m_presence.get(), &Presence::displaced, this, &Daemon::onDisplaced);
    listen();
    m_presence->markStarted();
    restartIdleTimer();
    qCInfo(lcDaemon).noquote() << "daemon" << m_options.id.toString() << "serves" << m_presence->socketPath();
    return {};
}

void Daemon::listen()
{
    const auto ownership = m_presence->isSupervised() ? DescriptorListener::Ownership::Shared
                                                      : DescriptorListener::Ownership::Own;
    auto listener = std::make_unique<DescriptorListener>(m_presence->takeSocket(), ownership);
    m_listener = listener.get();
    m_server.addListener(std::move(listener));
}

void Daemon::onRebound()
{
    qCWarning(lcDaemon).noquote() << "the socket or lock file was taken away; bound again at"
                                  << m_presence->socketPath();
    m_server.closeListener(m_listener);
    listen();
}

void Daemon::onDisplaced(const Error &error)
{
    qCWarning(lcDaemon).noquote() << "the socket or lock file was taken away and cannot be put back:"
                                  << error.message() << "- draining";
    m_server.closeListeners();
    m_server.drain();
}

Result<void> Daemon::handOver(const VersionCheck &client)
{
    abortRestart(QStringLiteral("a client has replaced the daemon meanwhile"));
    const bool wasSupervised = m_presence->isSupervised();
    if (const Result<void> done = client.intent == Intent::Replace ? m_presence->moveAside()
                                                                   : m_presence->handOver(m_options.limits);
        !done) {
        qCWarning(lcDaemon).noquote() << "hand-over refused:" << done.error().message();
        return done;
    }
    qCInfo(lcDaemon).noquote() << "handing over to build" << QString::fromUtf8(client.buildId) << "of"
                               << client.buildTimestampMs << "with" << m_server.requests().runningCount()
                               << "requests left";
    leaveSupervisedSocket(wasSupervised);
    m_server.drain();
    return {};
}

Result<void> Daemon::drain()
{
    abortRestart(QStringLiteral("the daemon was told to end meanwhile"));
    const bool wasSupervised = m_presence->isSupervised();
    const Result<void> moved = m_presence->moveAside();
    leaveSupervisedSocket(wasSupervised);
    m_server.drain();
    return moved;
}

// Whoever comes to the supervisor's socket from here on is for the next daemon.
void Daemon::leaveSupervisedSocket(bool wasSupervised)
{
    if (!wasSupervised || m_presence->isSupervised())
        return;
    m_server.closeListener(m_listener);
    listen();
}

Result<void> Daemon::stop(bool now)
{
    const bool isRepeated = m_stopTimeout.isActive();
    const Result<void> moved = drain();
    m_stopTimeout.start(now || isRepeated ? std::chrono::milliseconds(0) : m_options.stopTimeout);
    return moved;
}

Result<ReloadReport> Daemon::reload()
{
    if (!m_reload)
        return DaemonControl::reload();
    const Result<ReloadReport> report = m_reload();
    m_reloadedAtMs = QDateTime::currentMSecsSinceEpoch();
    m_reloadError = report ? QString() : report.error().message().left(maxReloadErrorCharacters);
    return report;
}

Result<QJsonObject> Daemon::configuration() const
{
    return m_configuration ? Result<QJsonObject>(m_configuration()) : DaemonControl::configuration();
}

void Daemon::onDegradedChanged()
{
    const int lost = m_server.workers().quarantinedCount();
    if (lost == 0) {
        qCInfo(lcDaemon) << "no worker is held any more";
        return;
    }
    qCWarning(lcDaemon) << lost << "workers are held by handlers that ignore their cancellation";
    if (lost < m_options.limits.maxQuarantinedWorkers || m_server.state() == Server::State::Draining)
        return;
    qCWarning(lcDaemon) << "too many of them: a fresh daemon is to take over";
    restart([this](const Result<RestartReport> &report) {
        if (report || m_server.state() == Server::State::Draining)
            return;
        qCWarning(lcDaemon) << "giving up the name, so that the next call starts a fresh daemon";
        static_cast<void>(drain());
    });
}

void Daemon::restart(RestartCallback callback) { restart(std::move(callback), 0); }

void Daemon::restart(RestartCallback callback, int attempt)
{
    m_restartCallbacks.append(std::move(callback));
    if (m_succession->isUnderWay())
        return;
    if (!m_presence || m_server.state() == Server::State::Draining) {
        answerRestart(unexpected(
            ErrorCode::Draining,
            QStringLiteral(
                "the daemon (pid %1) is draining already; the next call starts or finds a fresh one")
                .arg(::getpid())));
        return;
    }
    if (const Result<void> begun = m_succession->begin(*m_presence, attempt); !begun)
        answerRestart(unexpected(begun.error()));
}

void Daemon::onSucceeded(qint64 successorPid)
{
    const qint64 running = m_server.requests().runningCount();
    qCInfo(lcDaemon) << "restarted: process" << successorPid << "serves now, this one finishes" << running
                     << "requests";
    // Until here new clients may have come to either process; from here on to the successor alone.
    m_server.leaveToSuccessor(m_listener);
    if (const Result<void> left = m_presence->leaveToSuccessor(); left)
        listen();
    else
        qCWarning(lcDaemon).noquote() << "draining without a name:" << left.error().message();
    Q_EMIT successorReady(successorPid);
    answerRestart(RestartReport{::getpid(), successorPid, running});
}

void Daemon::answerRestart(const Result<RestartReport> &report)
{
    for (const RestartCallback &callback : std::exchange(m_restartCallbacks, {}))
        callback(report);
}

void Daemon::abortRestart(const QString &reason)
{
    if (!m_succession->isUnderWay())
        return;
    m_succession->abort();
    answerRestart(unexpected(ErrorCode::Cancelled, QStringLiteral("the restart was given up: ") + reason));
}

void Daemon::reconfigure(const DaemonOptions &options)
{
    m_options.idleExit = options.idleExit;
    m_options.stopTimeout = options.stopTimeout;
    const Limits before = std::exchange(m_options.limits, options.limits);
    m_options.limits.workerCount = before.workerCount;
    m_options.limits.maxQueueLength = before.maxQueueLength;
    m_options.logPath = options.logPath;
    m_server.setLimits(m_options.limits);
    m_admin.rpc().setLimits(m_options.limits);
    restartIdleTimer();
}

void Daemon::restartIdleTimer()
{
    if (m_options.idleExit.count() == 0) {
        m_idle.stop();
        return;
    }
    // A very coarse timer counts whole seconds.
    m_idle.setTimerType(m_options.idleExit < std::chrono::minutes(1) ? Qt::CoarseTimer : Qt::VeryCoarseTimer);
    m_idle.start(m_options.idleExit);
}

void Daemon::onIdle()
{
    if (m_server.requests().runningCount() > 0 || m_server.connections().isDelivering() ||
        m_server.connections().isConversing() || m_succession->isUnderWay() ||
        m_admin.subscriptions().count() > 0) {
        restartIdleTimer(); // not every end of a delivery is told
        return;
    }
    qCInfo(lcDaemon) << "idle for" << m_options.idleExit.count() << "ms, exiting";
    static_cast<void>(drain());
}

void Daemon::onDrained()
{
    if (std::exchange(m_hasFinished, true))
        return;
    m_lastStep.stop();
    abortRestart(QStringLiteral("the daemon ends"));
    qCInfo(lcDaemon) << "drained, exiting";
    m_server.closeListeners();
    if (m_presence)
        m_presence->withdraw();
    Q_EMIT finished();
}

Result<void> Daemon::verifyPresence() const
{
    return m_presence ? m_presence->verify()
                      : Result<void>(unexpected(ErrorCode::NotRunning,
                                                QStringLiteral("the daemon has not been started yet")));
}

DaemonSnapshot Daemon::snapshot() const
{
    DaemonSnapshot snapshot;
    snapshot.daemonId = m_options.id.toString();
    if (m_server.state() == Server::State::Draining)
        snapshot.state = QStringLiteral("draining");
    else
        snapshot.state = m_server.isDegraded() || m_isHealthDegraded ? QStringLiteral("degraded")
                                                                     : QStringLiteral("ready");
    snapshot.pid = ::getpid();
    snapshot.uid = ::geteuid();
    snapshot.version = libraryVersion();
    snapshot.buildTimestampMs = m_options.build.timestampMs;
    snapshot.buildId = QString::fromUtf8(m_options.build.id);
    if (m_presence) {
        snapshot.startedAtMs = m_presence->info().startedAtMs;
        snapshot.recentHandOvers = m_presence->recentHandOvers(m_options.limits.handOverWindow);
        snapshot.socketPath = m_presence->socketPath();
        snapshot.logPath = m_options.logPath.isEmpty() ? m_presence->logPath() : m_options.logPath;
    }
    snapshot.uptimeMs = QDateTime::currentMSecsSinceEpoch() - snapshot.startedAtMs;
    snapshot.runningRequests = m_server.requests().runningCount();
    snapshot.queuedRequests = m_server.workers().queueLength();
    snapshot.finishedRequests = static_cast<qint64>(m_server.requests().finishedCount());
    snapshot.connections = m_server.connections().count();
    snapshot.acceptedConnections = static_cast<qint64>(m_server.connections().acceptedCount());
    snapshot.isRestarting = m_succession->isUnderWay();
    snapshot.reloadedAtMs = m_reloadedAtMs;
    snapshot.reloadError = m_reloadError;
    snapshot.quarantinedWorkers = m_server.workers().quarantinedCount();
    return snapshot;
}

} // namespace DaemonRpc
