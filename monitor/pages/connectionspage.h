// The page of connections.
#pragma once

#include "models/updateclock.h"
#include "pages/recordpage.h"
#include "sources/daemonlist.h"

namespace DaemonRpc::Monitor {

class ConnectionsModel;

/// One row per open connection. Thread-bound.
class ConnectionsPage : public RecordPage
{
    Q_OBJECT

public:
    /// All but the parent have to outlive the page.
    ConnectionsPage(DaemonList &daemons, UpdateClock &clock, QWidget *parent = nullptr);
    ~ConnectionsPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;

    [[nodiscard]] ActionContext context() const override;

private:
    ConnectionsModel &m_model;
};

} // namespace DaemonRpc::Monitor
