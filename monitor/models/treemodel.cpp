#include "models/treemodel.h"

namespace DaemonRpc::Monitor {

TreeModel::TreeModel(DaemonList &list, std::initializer_list<MirrorSignal> reasons, UpdateClock &clock,
                     QObject *parent)
    : QAbstractItemModel(parent)
    , m_list(list)
    , m_reasons(reasons)
    , m_clock(clock)
{
    connect(&m_clock, &UpdateClock::ticked, this, &TreeModel::onTick);
    connect(&list, &DaemonList::added, this, &TreeModel::follow);
    connect(&list, &DaemonList::stateChanged, this,
            [this](const MonitoredDaemon *daemon) { m_current.remove(daemon->serial()); });
    for (const auto &daemon : list.daemons())
        follow(daemon.get());
}

TreeModel::~TreeModel() = default;

void TreeModel::follow(MonitoredDaemon *daemon)
{
    const auto touch = [this, serial = daemon->serial()] { m_current.remove(serial); };
    for (const MirrorSignal reason : std::as_const(m_reasons))
        connect(&daemon->mirror(), reason, this, touch);
    connect(&daemon->mirror(), &DaemonMirror::wasReset, this, touch);
}

void TreeModel::setActive(bool isActive)
{
    if (std::exchange(m_isActive, isActive) != isActive && !m_clock.isPaused())
        onTick();
}

int TreeModel::columnOf(const QByteArray &key) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (columnKey(column) == key)
            return column;
    }
    return -1;
}

void TreeModel::onTick()
{
    if (!m_isActive)
        return;
    QSet<qint64> serials;
    for (const auto &daemon : m_list.daemons())
        serials.insert(daemon->serial());
    removeOtherBranches(serials);
    m_current.intersect(serials);
    for (const auto &daemon : m_list.daemons()) {
        if (m_current.contains(daemon->serial()))
            continue;
        m_current.insert(daemon->serial());
        updateBranch(*daemon);
    }
}

} // namespace DaemonRpc::Monitor
