#include "pages/connectionspage.h"

#include "models/connectionsmodel.h"
#include "widgets/emptystate.h"

namespace DaemonRpc::Monitor {

ConnectionsPage::ConnectionsPage(DaemonList &daemons, UpdateClock &clock, QWidget *parent)
    : RecordPage(std::make_unique<ConnectionsModel>(daemons, clock),
                 {tr("Connections"), "program", "id", Qt::DescendingOrder}, parent)
    , m_model(static_cast<ConnectionsModel &>(model()))
{
    panel().emptyState().setText(
        tr("Nobody is connected"),
        tr("Clients that run something are shown here for as long as they are connected."));
}

ConnectionsPage::~ConnectionsPage() = default;

QString ConnectionsPage::id() const { return QStringLiteral("connections"); }

QString ConnectionsPage::title() const { return tr("Connections"); }

ActionContext ConnectionsPage::context() const
{
    ActionContext context = Page::context();
    context.connections = selection();
    for (const RecordKey &key : context.connections) {
        const ConnectionRow *row = m_model.find(key);
        if (row && row->connection.requestId > 0)
            context.requests.append({key.daemon, row->connection.requestId});
    }
    return context;
}

} // namespace DaemonRpc::Monitor
