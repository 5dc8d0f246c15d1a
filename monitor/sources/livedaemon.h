// A real daemon that is followed.
#pragma once

#include "sources/monitoreddaemon.h"

#include <daemonrpc/admin/daemonsubscription.h>
#include <daemonrpc/instance/discovery.h>

#include <QTimer>

#include <chrono>
#include <memory>

namespace DaemonRpc::Monitor {

/// Keeps a connection to one daemon process and the picture of it. Thread-bound; made by DaemonWatcher, which
/// says whether the process still lives.
///
/// A connection that breaks is made again, after pauses that double, for as long as the process lives. A
/// daemon that does not answer (stopped, or stuck) keeps its picture, and problem() says since when.
class LiveDaemon : public MonitoredDaemon
{
    Q_OBJECT

public:
    /// Between two events; the window shows no more in a second.
    static constexpr std::chrono::milliseconds eventInterval{250};
    /// Between two questions whether it still answers; also the time it has for that.
    static constexpr std::chrono::milliseconds pingInterval{3000};
    static constexpr std::chrono::milliseconds firstPause{250};
    static constexpr std::chrono::milliseconds maxPause{10'000};

    /// @p options are those of the monitor as a client; the daemon is the one of @p instance, and never
    /// started.
    LiveDaemon(qint64 serial, const DiscoveredInstance &instance, const ClientOptions &options,
               QObject *parent = nullptr);
    ~LiveDaemon() override;

    [[nodiscard]] AdminClient *admin() const override { return m_isConnected ? m_admin.get() : nullptr; }

    [[nodiscard]] std::optional<ClientOptions> clientOptions() const override;

    /// Whether @p instance is this process, as far as is known.
    [[nodiscard]] bool isSame(const DiscoveredInstance &instance) const;

    /// It is there still: its files are now those of @p instance.
    void follow(const DiscoveredInstance &instance);

    /// Its process holds no lock any more. It is gone unless it still answers.
    void onUnlisted();

Q_SIGNALS:
    /// The connection has broken: look whether the process lives.
    void connectionLost();

private:
    void connectToDaemon();
    void onStatus(const Result<DaemonSnapshot> &status);
    void subscribe();
    void onUpdated();
    void onFailed(const Error &error);
    void dropConnection();
    void end();
    void ping();
    void onPong();

    DiscoveredInstance m_instance;
    ClientOptions m_options;
    std::unique_ptr<AdminClient> m_admin;
    std::unique_ptr<DaemonSubscription> m_subscription;
    QTimer m_retry;
    QTimer m_ping;
    std::chrono::milliseconds m_pause = firstPause;
    bool m_isConnected = false;
    bool m_isPongDue = false;
};

} // namespace DaemonRpc::Monitor
