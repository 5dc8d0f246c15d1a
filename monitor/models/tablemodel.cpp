#include "models/tablemodel.h"

namespace DaemonRpc::Monitor {

TableModel::TableModel(UpdateClock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
    connect(&m_clock, &UpdateClock::ticked, this, &TableModel::onTick);
}

TableModel::~TableModel() = default;

void TableModel::setActive(bool isActive)
{
    if (std::exchange(m_isActive, isActive) == isActive)
        return;
    m_isStale = true;
    if (m_isActive && !m_clock.isPaused())
        onTick();
}

int TableModel::columnOf(const QByteArray &key) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (columnKey(column) == key)
            return column;
    }
    return -1;
}

void TableModel::onTick()
{
    if (m_isActive)
        update(std::exchange(m_isStale, false) ? Extent::Everything : Extent::Changes);
}

} // namespace DaemonRpc::Monitor
