// From options to a connected stream.
#pragma once

#include <daemonrpc/base/backoff.h>
#include <daemonrpc/client/clientoptions.h>
#include <daemonrpc/instance/spawner.h>
#include <daemonrpc/transport/dialer.h>

#include <QDeadlineTimer>
#include <QTimer>

#include <memory>

namespace DaemonRpc {

/// Finds the daemon, starts it when there is none, and connects. Thread-bound.
///
/// Exactly one of connected() and failed() follows each start(), possibly before start() returns.
class DAEMONRPC_EXPORT Connector : public QObject
{
    Q_OBJECT

public:
    explicit Connector(const ClientOptions &options, QObject *parent = nullptr);
    ~Connector() override;

    /// Errors: NotRunning (and starting one is not allowed), PeerNotTrusted, SpawnFailed, UnsafeDirectory,
    /// Timeout and those of Dialer::dial(). At a remote address nothing is started, and no user is checked.
    void start();

    /// Connects to the socket at @p path instead, and never starts a daemon. Before start().
    void setSocketPath(const QString &path) { m_givenSocketPath = path; }

    /// The stream, after connected(); once.
    [[nodiscard]] std::unique_ptr<Stream> takeStream() { return std::move(m_stream); }

    /// Whether start() had a daemon started.
    [[nodiscard]] bool hasSpawned() const { return m_hasSpawned; }

Q_SIGNALS:
    void connected();
    void failed(const DaemonRpc::Error &error);
    /// A daemon is being started: news for a person who waits.
    void spawning();

private:
    void findLocal();
    void dial();
    [[nodiscard]] DaemonId daemonId() const;
    void onDialed();
    void onDialFailed(const Error &error);
    void spawn(const Error &reason);
    void onSpawnerReady();
    void fail(const Error &error);
    [[nodiscard]] quint32 expectedOwner() const;

    ClientOptions m_options;
    QString m_givenSocketPath;
    QString m_socketPath;
    Address m_target;
    QString m_directory;
    QString m_logPath;
    QDeadlineTimer m_deadline;
    std::unique_ptr<Dialer> m_dialer;
    std::unique_ptr<Spawner> m_spawner;
    std::unique_ptr<Stream> m_stream;
    Backoff m_backoff;
    QTimer m_retry;
    int m_dialsSinceSpawn = 0;
    bool m_hasSpawned = false;
};

} // namespace DaemonRpc
