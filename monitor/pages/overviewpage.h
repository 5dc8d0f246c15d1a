// The page of daemons.
#pragma once

#include "models/updateclock.h"
#include "pages/recordpage.h"
#include "sources/daemonlist.h"

namespace DaemonRpc::Monitor {

class StatisticsCollector;

/// One row per daemon. Thread-bound. Without any it says how to get one.
class OverviewPage : public RecordPage
{
    Q_OBJECT

public:
    /// All but the parent have to outlive the page.
    OverviewPage(DaemonList &daemons, StatisticsCollector &statistics, UpdateClock &clock,
                 QWidget *parent = nullptr);
    ~OverviewPage() override;

    /// Where daemons are looked for, for the command that starts one.
    void setPlace(const QString &daemonId, const QString &runtimeDirectory);

    /// Why no daemon can be found; empty when they can.
    void setProblem(const QString &problem);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;

private:
    QString m_command;
};

} // namespace DaemonRpc::Monitor
