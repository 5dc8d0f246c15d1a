#include "pages/overviewpage.h"

#include "models/commandline.h"
#include "models/daemonsmodel.h"
#include "models/formatting.h"
#include "widgets/emptystate.h"

namespace DaemonRpc::Monitor {

OverviewPage::OverviewPage(DaemonList &daemons, StatisticsCollector &statistics, UpdateClock &clock,
                           QWidget *parent)
    : RecordPage(std::make_unique<DaemonsModel>(daemons, statistics, clock),
                 {tr("Daemons"), "problem", "daemon", Qt::AscendingOrder}, parent)
    , m_command(QStringLiteral("daemon-rpc run echo hello"))
{
    setProblem({});
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::setPlace(const QString &daemonId, const QString &runtimeDirectory)
{
    m_command = CommandLine::runCommand(daemonId, {QStringLiteral("echo"), QStringLiteral("hello")},
                                        runtimeDirectory);
    panel().emptyState().setCommand(m_command);
}

void OverviewPage::setProblem(const QString &problem)
{
    EmptyState &empty = panel().emptyState();
    if (problem.isEmpty())
        empty.setText(tr("No daemon is running"),
                      tr("Daemons start by themselves when something is run through them. Try it in a "
                         "terminal: this window shows the daemon at once."));
    else
        empty.setText(tr("Daemons cannot be looked for"), Formatting::line(problem));
    empty.setCommand(problem.isEmpty() ? m_command : QString());
}

QString OverviewPage::id() const { return QStringLiteral("overview"); }

QString OverviewPage::title() const { return tr("Overview"); }

} // namespace DaemonRpc::Monitor
