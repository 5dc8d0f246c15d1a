// All connections.
#pragma once

#include "models/connectionrow.h"
#include "models/recordtable.h"
#include "sources/daemonlist.h"

namespace DaemonRpc::Monitor {

/// The open connections of all daemons. Thread-bound.
///
/// One that is closed leaves at once, and so do all of a daemon that has gone: most live for the blink of an
/// eye, and what became of them is told by their requests. The courses of bytes begin when the model becomes
/// active.
class ConnectionsModel : public RecordTable<ConnectionRow>
{
    Q_OBJECT

public:
    /// @p list and @p clock have to outlive the model.
    ConnectionsModel(DaemonList &list, UpdateClock &clock, QObject *parent = nullptr);
    ~ConnectionsModel() override;

protected:
    void collect(Extent extent) override;

private:
    DaemonList &m_list;
};

} // namespace DaemonRpc::Monitor
