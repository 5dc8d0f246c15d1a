// A whole daemon: its name, its server, its admin interface.
#pragma once

#include <daemonrpc/admin/adminservice.h>
#include <daemonrpc/daemon/daemonoptions.h>
#include <daemonrpc/daemon/presence.h>
#include <daemonrpc/server/server.h>

#include <QTimer>

#include <memory>

namespace DaemonRpc {

class Succession;

/// One daemon in this process. Thread-bound; needs a running event loop.
///
/// Ends by itself when it is told to, has been replaced, or was idle for long: finished() says when the
/// program can exit. When isExitUnsafe(), threads of handlers still run: end the program with _exit(2) then.
///
///     HandlerRegistry handlers;
///     handlers.add("hello", std::make_unique<BlockingHandler>(hello));
///     Daemon daemon(options, std::move(handlers));
///     QObject::connect(&daemon, &Daemon::finished, &app, &QCoreApplication::quit);
///     if (const Result<void> started = daemon.start(); !started)
///         return complain(started.error());
///     return app.exec();
class DAEMONRPC_EXPORT Daemon : public QObject, private DaemonControl
{
    Q_OBJECT

public:
    Daemon(const DaemonOptions &options, HandlerRegistry handlers, QObject *parent = nullptr);
    ~Daemon() override;

    /// Becomes the daemon of its id and listens, and reports so on DaemonOptions::readyFd. Errors:
    /// AlreadyRunning and the others of Presence::establish() or, with DaemonOptions::inheritance, of
    /// Presence::adopt(). Once it has succeeded, a predecessor is on its way out: what else can fail in a
    /// program has to come before.
    Result<void> start();

    /// Gives up the name at once, finishes what runs; finished() follows.
    Result<void> drain() override;
    /// Gives up the name at once, waits stopTimeout for what runs (or not at all), cancels the rest;
    /// finished() follows within stopTimeout and grace (and the moment that a forced end takes), whether the
    /// clients read or not. A second call hastens the first.
    Result<void> stop(bool now) override;

    /// Who reads the configuration again; without one, reload() is refused.
    using ReloadFunction = std::function<Result<ReloadReport>()>;

    void setReload(ReloadFunction reload) { m_reload = std::move(reload); }

    Result<ReloadReport> reload() override;

    /// Who tells the configuration in force; without one, configuration() is refused.
    using ConfigurationFunction = std::function<QJsonObject()>;

    void setConfiguration(ConfigurationFunction configuration) { m_configuration = std::move(configuration); }

    [[nodiscard]] Result<QJsonObject> configuration() const override;

    /// Takes idleExit, stopTimeout, limits and logPath of @p options for what comes from now on; how many
    /// workers there are and how long their queue is stays as it is. The rest of the options is ignored.
    void reconfigure(const DaemonOptions &options);
    /// Starts DaemonOptions::restartCommand, lets it inherit lock and socket, and leaves the id to it as soon
    /// as it serves: no client is ever refused or disconnected. Then finishes what runs under its draining
    /// name; finished() follows. When the successor fails, this daemon goes on serving. @p callback is called
    /// with the outcome (see DaemonControl::restart()), perhaps at once. Does not count as a hand-over.
    void restart(RestartCallback callback) override;
    /// The same, as restart number @p attempt in a row: the successor's DaemonOptions::restartAttempt.
    void restart(RestartCallback callback, int attempt);

    /// Whether socket and lock file are in place; see Presence::verify().
    [[nodiscard]] Result<void> verifyPresence() const;

    /// Whether health checks have failed: the state is "degraded" then.
    void setHealthDegraded(bool isDegraded) { m_isHealthDegraded = isDegraded; }

    [[nodiscard]] const DaemonOptions &options() const { return m_options; }

    [[nodiscard]] DaemonSnapshot snapshot() const override;

    [[nodiscard]] Server &server() { return m_server; }

    /// For Rpc methods of the embedder's own.
    [[nodiscard]] MethodRegistry &methods() { return m_admin.methods(); }

    /// For methods that block or share an engine, and for objects.
    [[nodiscard]] JsonRpcService &rpc() { return m_admin.rpc(); }

    /// Whether a function of somebody's still runs on a thread of ours.
    [[nodiscard]] bool isExitUnsafe() const
    {
        return m_server.workers().quarantinedCount() > 0 || m_admin.rpc().blockingCount() > 0;
    }

    /// For topics that subscribers can follow beyond the daemon's own.
    [[nodiscard]] SubscriptionService &subscriptions() { return m_admin.subscriptions(); }

Q_SIGNALS:
    /// From within start(): the daemon serves, and whoever waits for that has not been told yet. For what
    /// must be there before a predecessor gives way.
    void established();
    /// Said once.
    void finished();
    /// A restart has succeeded: process @p pid is the daemon now, this one drains. For a supervisor that
    /// follows the main process.
    void successorReady(qint64 pid);

private:
    Result<void> handOver(const VersionCheck &client);
    Result<void> establish();
    void listen();
    void leaveSupervisedSocket(bool wasSupervised);
    void onRebound();
    void onDisplaced(const Error &error);
    void onDegradedChanged();
    void onSucceeded(qint64 successorPid);
    void answerRestart(const Result<RestartReport> &report);
    void abortRestart(const QString &reason);
    void restartIdleTimer();
    void onIdle();
    void onDrained();

    DaemonOptions m_options;
    Server m_server;
    AdminService m_admin;
    std::unique_ptr<Presence> m_presence;
    ReloadFunction m_reload;
    ConfigurationFunction m_configuration;
    Listener *m_listener = nullptr; // at the daemon's own socket; the server may have others
    std::unique_ptr<Succession> m_succession;
    QList<RestartCallback> m_restartCallbacks;
    QTimer m_idle;
    QTimer m_stopTimeout;
    QTimer m_lastStep;
    qint64 m_reloadedAtMs = 0;
    QString m_reloadError;
    bool m_isHealthDegraded = false;
    bool m_hasFinished = false;
};

} // namespace DaemonRpc
