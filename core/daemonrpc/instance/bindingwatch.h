// Notices when a live daemon's files are taken away.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/instance/fileidentity.h>

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

class QSocketNotifier;

namespace DaemonRpc {

class InstanceLock;
class SocketBinding;

/// Watches that the socket and lock file of a daemon stay its own. Thread-bound.
///
/// Listens to the two files and to the directory itself with inotify(7), not to the directory's contents: in
/// a busy /tmp nothing wakes the daemon but its own files. (QFileSystemWatcher listens to contents only, and
/// misses that a directory is renamed.) Where inotify cannot be had, looks every pollInterval instead. Each
/// hint is checked by inode, so touching or chmod-ing a file is no loss.
///
///     connect(&watch, &BindingWatch::lost, this, &Daemon::bindAgain);
///     watch.start(binding, lock);
class DAEMONRPC_EXPORT BindingWatch : public QObject
{
    Q_OBJECT

public:
    /// How the watch learns of changes.
    enum class Mechanism {
        Automatic, ///< inotify, polling when that fails.
        Polling,   ///< Looking every pollInterval.
    };

    static constexpr std::chrono::milliseconds pollInterval{2000};

    explicit BindingWatch(QObject *parent = nullptr, Mechanism mechanism = Mechanism::Automatic);
    ~BindingWatch() override;

    /// Watches the files of @p binding and @p lock from now on, instead of what was watched before. Both are
    /// only read during the call. A loss that has already happened is reported from the event loop.
    void start(const SocketBinding &binding, const InstanceLock &lock);

    /// Stops watching, before the files are removed or renamed on purpose.
    void stop();

    [[nodiscard]] bool isWatching() const { return !m_files.isEmpty(); }

    /// Whether it looks on a timer instead of being told.
    [[nodiscard]] bool isPolling() const { return m_timer.isActive(); }

Q_SIGNALS:
    /// A path no longer names the daemon's own file. Emitted once per start(); watching has then stopped.
    void lost();

private:
    bool watchWithInotify();
    void readEvents();
    void check();

    Mechanism m_mechanism;
    QList<FileIdentity> m_files;
    FileDescriptor m_inotify;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_timer;
};

} // namespace DaemonRpc
