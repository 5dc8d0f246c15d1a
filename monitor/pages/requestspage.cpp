#include "pages/requestspage.h"

#include "models/requestsmodel.h"
#include "widgets/emptystate.h"

namespace DaemonRpc::Monitor {

RequestsPage::RequestsPage(DaemonList &daemons, UpdateClock &clock, QWidget *parent)
    : RecordPage(std::make_unique<RequestsModel>(daemons, clock),
                 {tr("Requests"), "command_line", "id", Qt::DescendingOrder}, parent)
    , m_model(static_cast<RequestsModel &>(model()))
{
    panel().emptyState().setText(tr("Nothing has been run yet"),
                                 tr("Requests are shown here while they run, and for a while after that."));
    panel().emptyState().setCommand(QStringLiteral("daemon-rpc run sleep 30"));
}

RequestsPage::~RequestsPage() = default;

QString RequestsPage::id() const { return QStringLiteral("requests"); }

QString RequestsPage::title() const { return tr("Requests"); }

ActionContext RequestsPage::context() const
{
    ActionContext context = Page::context();
    context.requests = selection();
    for (const RecordKey &key : context.requests) {
        const RequestRow *row = m_model.find(key);
        const RecordKey connection{key.daemon, row ? row->request.connectionId : 0};
        if (connection.id > 0 && !context.connections.contains(connection))
            context.connections.append(connection);
    }
    return context;
}

} // namespace DaemonRpc::Monitor
