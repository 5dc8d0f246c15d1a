#include "sources/daemonlist.h"

#include <algorithm>

namespace DaemonRpc::Monitor {

DaemonList::DaemonList(QObject *parent)
    : QObject(parent)
{}

DaemonList::~DaemonList() = default;

MonitoredDaemon *DaemonList::find(qint64 serial) const
{
    const auto found = std::find_if(m_daemons.begin(), m_daemons.end(),
                                    [serial](const auto &daemon) { return daemon->serial() == serial; });
    return found == m_daemons.end() ? nullptr : found->get();
}

void DaemonList::add(std::unique_ptr<MonitoredDaemon> daemon)
{
    MonitoredDaemon *raw = daemon.get();
    m_daemons.push_back(std::move(daemon));
    connect(raw, &MonitoredDaemon::stateChanged, this, [this, raw] { onStateChanged(raw); });
    Q_EMIT added(raw);
}

void DaemonList::dismiss(qint64 serial)
{
    MonitoredDaemon *daemon = find(serial);
    if (daemon && daemon->isGone())
        remove(daemon);
}

void DaemonList::dismissGone()
{
    std::vector<qint64> gone;
    for (const auto &daemon : m_daemons) {
        if (daemon->isGone())
            gone.push_back(daemon->serial());
    }
    for (const qint64 serial : gone)
        dismiss(serial);
}

void DaemonList::clear()
{
    while (!m_daemons.empty())
        remove(m_daemons.back().get());
}

void DaemonList::remove(MonitoredDaemon *daemon)
{
    const qint64 serial = daemon->serial();
    Q_EMIT aboutToBeRemoved(daemon);
    const auto place = std::find_if(m_daemons.begin(), m_daemons.end(),
                                    [daemon](const auto &d) { return d.get() == daemon; });
    const std::unique_ptr<MonitoredDaemon> last = std::move(*place);
    m_daemons.erase(place);
    Q_EMIT removed(serial);
    last->disconnect(this);
}

void DaemonList::onStateChanged(MonitoredDaemon *daemon)
{
    Q_EMIT stateChanged(daemon);
    if (!daemon->isGone())
        return;
    const auto isGone = [](const auto &candidate) { return candidate->isGone(); };
    const auto count = static_cast<size_t>(std::count_if(m_daemons.begin(), m_daemons.end(), isGone));
    if (count <= maxGone)
        return;
    // Later: the one that speaks may be the eldest.
    const auto eldest = std::find_if(m_daemons.begin(), m_daemons.end(), isGone);
    QMetaObject::invokeMethod(
        this, [this, serial = (*eldest)->serial()] { dismiss(serial); }, Qt::QueuedConnection);
}

} // namespace DaemonRpc::Monitor
