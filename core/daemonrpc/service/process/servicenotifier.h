// Telling a supervisor how the daemon is doing.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/result.h>
#include <daemonrpc/service/export.h>

#include <QByteArrayList>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace DaemonRpc {

/// Speaks the readiness protocol of systemd (sd_notify(3): datagrams to NOTIFY_SOCKET) and that of s6 (a line
/// feed on a descriptor, which is then closed). Thread-bound. Without a supervisor every call does nothing.
///
/// The watchdog is fed from the event loop, every half of what the supervisor allows, from ready() on: a loop
/// that hangs is noticed. Datagrams that do not fit into the supervisor's queue are sent later, in order.
///
///     const ServiceNotifier::Environment environment = ServiceNotifier::Environment::take(notificationFd);
///     ServiceNotifier notifier(environment);
///     …listen…
///     notifier.ready(QStringLiteral("2 commands"));
class DAEMONRPC_SERVICE_EXPORT ServiceNotifier : public QObject
{
    Q_OBJECT

public:
    /// What the supervisor gave. Value.
    struct DAEMONRPC_SERVICE_EXPORT Environment
    {
        QByteArray socket;                     ///< A path, or "@name" in the abstract namespace; empty: none.
        std::chrono::microseconds watchdog{0}; ///< How long it may stay silent; 0: for ever.
        int descriptor = -1;                   ///< Of s6 (`--notification-fd`), -1: none.

        /// Reads NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID and removes them from the environment of this
        /// process, so that no child takes them for its own. Before other threads run. A daemon that was
        /// started by a client calls it too, and drops the result: the variables are those of the client's
        /// supervisor.
        static Environment take(int descriptor = -1);
    };

    static constexpr qsizetype maxQueued = 64; ///< Datagrams that wait; further ones are dropped.

    explicit ServiceNotifier(const Environment &environment, QObject *parent = nullptr);
    ~ServiceNotifier() override;

    /// Why systemd cannot be told, after the constructor; nothing is wrong when there is none.
    [[nodiscard]] const Result<void> &state() const { return m_state; }

    /// Whether systemd listens.
    [[nodiscard]] bool isActive() const { return m_socket.isValid(); }

    /// 0 when nobody watches.
    [[nodiscard]] std::chrono::milliseconds watchdogInterval() const;

    /// The daemon serves; also after a reload. Starts the watchdog.
    void ready(const QString &status = {});
    /// The configuration is read again; ready() must follow.
    void reloading();
    /// The daemon ends.
    void stopping();
    /// A line for people, as `systemctl status` shows it.
    void setStatus(const QString &status);
    /// Another process takes over: it is to be supervised from now on. This one says nothing more, neither
    /// that it lives (the successor's loop is the one to watch) nor that it ends.
    void setMainPid(qint64 pid);

    /// "NAME=value" for a fresh copy of this daemon that takes over: what take() removed, without the pid.
    [[nodiscard]] QByteArrayList successorEnvironment() const;

private:
    void connectTo(const QByteArray &socket);
    void send(const QByteArray &message);
    void sendQueued();
    void sayReadyOnDescriptor();

    Environment m_environment;
    Result<void> m_state;
    FileDescriptor m_socket;
    FileDescriptor m_descriptor;
    QByteArrayList m_queued;
    bool m_hasSuccessor = false;
    QTimer m_retry;
    QTimer m_watchdog;
};

} // namespace DaemonRpc
