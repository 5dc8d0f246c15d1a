// The page of requests.
#pragma once

#include "models/updateclock.h"
#include "pages/recordpage.h"
#include "sources/daemonlist.h"

namespace DaemonRpc::Monitor {

class RequestsModel;

/// One row per request: those that live, and the latest that have finished. Thread-bound.
class RequestsPage : public RecordPage
{
    Q_OBJECT

public:
    /// All but the parent have to outlive the page.
    RequestsPage(DaemonList &daemons, UpdateClock &clock, QWidget *parent = nullptr);
    ~RequestsPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;

    [[nodiscard]] ActionContext context() const override;

private:
    RequestsModel &m_model;
};

} // namespace DaemonRpc::Monitor
