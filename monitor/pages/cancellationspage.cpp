#include "pages/cancellationspage.h"

#include "models/cancellationsmodel.h"
#include "widgets/emptystate.h"

namespace DaemonRpc::Monitor {

CancellationsPage::CancellationsPage(DaemonList &daemons, UpdateClock &clock, QWidget *parent)
    : RecordPage(std::make_unique<CancellationsModel>(daemons, clock),
                 {tr("Cancellations"), "command_line", "when", Qt::DescendingOrder}, parent)
    , m_model(static_cast<CancellationsModel &>(model()))
{
    panel().emptyState().setText(
        tr("Nothing has been cancelled"),
        tr("A request that is asked to stop is shown here: who asked, why, and whether it "
           "stopped by itself or was forced to."));
}

CancellationsPage::~CancellationsPage() = default;

QString CancellationsPage::id() const { return QStringLiteral("cancellations"); }

QString CancellationsPage::title() const { return tr("Cancellations"); }

ActionContext CancellationsPage::context() const
{
    ActionContext context = Page::context();
    context.requests = selection();
    for (const RecordKey &key : context.requests) {
        const CancellationRow *row = m_model.find(key);
        const RecordKey connection{key.daemon, row ? row->request.connectionId : 0};
        if (connection.id > 0 && !context.connections.contains(connection))
            context.connections.append(connection);
    }
    return context;
}

} // namespace DaemonRpc::Monitor
