// The page of cancellations.
#pragma once

#include "models/updateclock.h"
#include "pages/recordpage.h"
#include "sources/daemonlist.h"

namespace DaemonRpc::Monitor {

class CancellationsModel;

/// One row per request that was asked to stop. Thread-bound.
class CancellationsPage : public RecordPage
{
    Q_OBJECT

public:
    /// All but the parent have to outlive the page.
    CancellationsPage(DaemonList &daemons, UpdateClock &clock, QWidget *parent = nullptr);
    ~CancellationsPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;

    [[nodiscard]] ActionContext context() const override;

private:
    CancellationsModel &m_model;
};

} // namespace DaemonRpc::Monitor
