#include "pages/overviewpage.h"

#include "models/daemonsmodel.h"
#include "widgets/emptystate.h"

namespace DaemonRpc::Monitor {

OverviewPage::OverviewPage(DaemonList &daemons, StatisticsCollector &statistics, UpdateClock &clock,
                           QWidget *parent)
    : RecordPage(std::make_unique<DaemonsModel>(daemons, statistics, clock),
                 {tr("Daemons"), "problem", "daemon", Qt::AscendingOrder}, parent)
{
    panel().emptyState().setText(
        tr("No daemon is running"),
        tr("Daemons start by themselves when something is run through them. Try it in a "
           "terminal: this window shows the daemon at once."));
    panel().emptyState().setCommand(QStringLiteral("daemon-rpc run echo hello"));
}

OverviewPage::~OverviewPage() = default;

QString OverviewPage::id() const { return QStringLiteral("overview"); }

QString OverviewPage::title() const { return tr("Overview"); }

} // namespace DaemonRpc::Monitor
