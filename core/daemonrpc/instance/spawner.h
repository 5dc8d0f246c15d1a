// Starts a daemon on behalf of a client.
#pragma once

#include <daemonrpc/base/result.h>

#include <QByteArrayList>
#include <QList>
#include <QObject>

#include <chrono>
#include <memory>

namespace DaemonRpc {

/// What to start. Value.
struct SpawnRequest
{
    QString program;          ///< A path, or a name that is looked up in PATH.
    QByteArrayList arguments; ///< Byte-exact, without the program; `--ready-fd N` is added at the end.
    QString logPath;          ///< Where stdout and stderr go (appended, created 0600); empty for /dev/null.
    std::chrono::milliseconds timeout{10000}; ///< For the whole start.

    // For a daemon that starts its successor.
    QByteArrayList environment{}; ///< "NAME=value", over the environment of this process.
    QList<int> inherited = {};    ///< Descriptors above 2 that the daemon gets, too, under the same numbers.
    int output = -1;              ///< Becomes stdout and stderr instead of the log; -1 for none.
    bool killsOnFailure = false;  ///< Kills what could not start in time, or is abandoned by abort().
};

/// Starts one daemon, detached, and reports how that went. Thread-bound, asynchronous; one start per object.
///
/// The daemon gets a session of its own, the working directory /, default signal dispositions and an empty
/// signal mask, /dev/null as input, the log as output, and no other descriptor than its end of the readiness
/// channel (readiness.h). It is not a child of this process. Exactly one of the three signals is emitted,
/// never from inside start(). Destroying the object leaves the daemon alone and does not wait.
///
///     auto *spawner = new Spawner(this);
///     connect(spawner, &Spawner::ready, this, &Connector::connectAgain);
///     connect(spawner, &Spawner::alreadyRunning, this, &Connector::connectAgain);
///     connect(spawner, &Spawner::failed, this, &Connector::fail);
///     spawner->start({daemonPath, {"--daemon-id", "default"}, directory.logPath(id), 5s});
class DAEMONRPC_EXPORT Spawner : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxLogLines = 20;   ///< Lines of the log that an error carries.
    static constexpr int maxLogBytes = 4096; ///< Bytes of the log that an error carries.

    explicit Spawner(QObject *parent = nullptr);
    ~Spawner() override;

    /// Begins. Must be called once.
    void start(const SpawnRequest &request);

    /// Ends the start without a signal, unless one has been emitted; kills what was started, when the request
    /// says so.
    void abort();

Q_SIGNALS:
    /// The daemon listens.
    void ready();

    /// Another process is the daemon; @p detail says which. As good as ready().
    void alreadyRunning(const QString &detail);

    /// SpawnFailed (the message has the daemon's reason, its exit status, the lines it added to the log, and
    /// the log's path); Timeout (the daemon may still be starting); UnsafeDirectory or an error of open(2)
    /// when the log cannot be used.
    void failed(const DaemonRpc::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace DaemonRpc
