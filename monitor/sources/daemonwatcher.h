// Finds the daemons of a user.
#pragma once

#include "sources/daemonlist.h"

#include <daemonrpc/instance/discovery.h>
#include <daemonrpc/instance/runtimedirectory.h>

#include <QFileSystemWatcher>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace DaemonRpc::Monitor {

class LiveDaemon;

/// What to watch. Value.
struct WatchOptions
{
    RuntimeDirectory directory;
    QStringList daemonIds; ///< Only these; all when empty.
    ClientOptions client;  ///< As what the monitor introduces itself.
};

/// Fills a DaemonList with the daemons in a runtime directory, as they come and go. Thread-bound.
///
/// It looks when the directory changes, when a connection breaks, and now and then; what it finds is followed
/// by LiveDaemons. It never starts a daemon and never writes.
class DaemonWatcher : public QObject
{
    Q_OBJECT

public:
    /// Between two looks when nothing seems to happen: locks are taken and left without a trace in the
    /// directory.
    static constexpr std::chrono::milliseconds scanInterval{2000};
    /// Changes that come together are looked at together.
    static constexpr std::chrono::milliseconds settleTime{50};

    /// @p list has to outlive the watcher.
    DaemonWatcher(DaemonList &list, const WatchOptions &options, QObject *parent = nullptr);
    ~DaemonWatcher() override;

    /// Begins; the first look is at once.
    void start();

    /// Looks now.
    void scan();

    [[nodiscard]] const WatchOptions &options() const { return m_options; }

    /// Why the directory is not looked at, for people; empty when it is, or does not exist yet.
    [[nodiscard]] const QString &problem() const { return m_problem; }

Q_SIGNALS:
    /// After each look.
    void scanned();
    void problemChanged();

private:
    void scanSoon();
    void watchDirectory();
    void checkDirectory();
    [[nodiscard]] bool isWanted(const DiscoveredInstance &instance) const;
    void add(const DiscoveredInstance &instance);

    DaemonList &m_list;
    WatchOptions m_options;
    QFileSystemWatcher m_files;
    QTimer m_timer;
    QTimer m_settle;
    QString m_problem;
};

} // namespace DaemonRpc::Monitor
