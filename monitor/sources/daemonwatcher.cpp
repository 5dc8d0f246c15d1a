#include "sources/daemonwatcher.h"

#include "sources/livedaemon.h"

#include <QFileInfo>

#include <algorithm>

namespace DaemonRpc::Monitor {

DaemonWatcher::DaemonWatcher(DaemonList &list, const WatchOptions &options, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_options(options)
{
    m_options.client.runtimeDirectory = m_options.directory.path();
    m_timer.setInterval(scanInterval);
    connect(&m_timer, &QTimer::timeout, this, &DaemonWatcher::scan);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &DaemonWatcher::scan);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, &DaemonWatcher::scanSoon);
}

DaemonWatcher::~DaemonWatcher() = default;

void DaemonWatcher::start()
{
    scan();
    m_timer.start();
}

// The first of many changes starts the wait, so that a directory that is never still is looked at, too.
void DaemonWatcher::scanSoon()
{
    if (!m_settle.isActive())
        m_settle.start();
}

void DaemonWatcher::scan()
{
    watchDirectory();
    checkDirectory();
    const QList<DiscoveredInstance> instances =
        m_problem.isEmpty() ? discover(m_options.directory) : QList<DiscoveredInstance>();

    std::vector<LiveDaemon *> unlisted;
    for (const auto &daemon : m_list.daemons()) {
        if (auto *live = qobject_cast<LiveDaemon *>(daemon.get()); live && !live->isGone())
            unlisted.push_back(live);
    }
    for (const DiscoveredInstance &instance : instances) {
        if (!instance.isLockHeld || !isWanted(instance))
            continue;
        const auto known =
            std::find_if(unlisted.begin(), unlisted.end(),
                         [&instance](const LiveDaemon *daemon) { return daemon->isSame(instance); });
        if (known == unlisted.end()) {
            add(instance);
        } else {
            (*known)->follow(instance);
            unlisted.erase(known);
        }
    }
    for (LiveDaemon *daemon : unlisted)
        daemon->onUnlisted();
    Q_EMIT scanned();
}

// The directory comes with the first daemon.
void DaemonWatcher::watchDirectory()
{
    const QString path = m_options.directory.path();
    if (!m_files.directories().contains(path) && QFileInfo(path).isDir())
        m_files.addPath(path);
}

void DaemonWatcher::checkDirectory()
{
    const Result<void> verified = m_options.directory.verify();
    const bool isMissing = !verified && verified.error().code() == ErrorCode::NotRunning;
    const QString problem = verified || isMissing ? QString() : verified.error().message();
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT problemChanged();
}

bool DaemonWatcher::isWanted(const DiscoveredInstance &instance) const
{
    return m_options.daemonIds.isEmpty() || m_options.daemonIds.contains(instance.name.id().toString());
}

void DaemonWatcher::add(const DiscoveredInstance &instance)
{
    auto daemon = std::make_unique<LiveDaemon>(m_list.nextSerial(), instance, m_options.client);
    connect(daemon.get(), &LiveDaemon::connectionLost, this, &DaemonWatcher::scanSoon);
    m_list.add(std::move(daemon));
}

} // namespace DaemonRpc::Monitor
