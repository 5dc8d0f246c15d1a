#include "actions/actiondispatcher.h"

#include "dialogs/aboutdialog.h"
#include "dialogs/invokedialog.h"
#include "dialogs/requestdialog.h"
#include "dialogs/rundialog.h"
#include "dialogs/shortcutsdialog.h"
#include "dialogs/startdaemondialog.h"
#include "models/commandline.h"
#include "models/formatting.h"

#include <daemonrpc/server/requesttable.h>

#include <QApplication>
#include <QClipboard>

#include <algorithm>

namespace DaemonRpc::Monitor {

ActionDispatcher::ActionDispatcher(ActionCatalogue &catalogue, DaemonList &daemons, QWidget *window)
    : QObject(window)
    , m_catalogue(catalogue)
    , m_daemons(daemons)
    , m_window(window)
    , m_daemonActions(daemons, window)
    , m_requestActions(daemons, window)
{
    m_catalogue.setDaemons(&daemons);
    connect(&m_daemonActions, &DaemonActions::messageReported, this, &ActionDispatcher::messageReported);
    connect(&m_requestActions, &RequestActions::messageReported, this, &ActionDispatcher::messageReported);
    connect(&daemons, &DaemonList::stateChanged, &catalogue, &ActionCatalogue::refresh);
    connect(&daemons, &DaemonList::removed, &catalogue, &ActionCatalogue::refresh);

    connectAction(ActionId::StartDaemon, &ActionDispatcher::startDaemon);
    connectAction(ActionId::CopyCommandLine, &ActionDispatcher::copySelectedCommandLine);
    connectAction(ActionId::ShowDetails, &ActionDispatcher::showSelectedDetails);
    connectAction(ActionId::ShowConnection, &ActionDispatcher::showConnection);
    connectAction(ActionId::CancelRequests, &ActionDispatcher::cancelRequests);
    connectAction(ActionId::RunCommand, &ActionDispatcher::runCommand);
    connectAction(ActionId::InvokeMethod, &ActionDispatcher::invokeMethod);
    connectAction(ActionId::ShowShortcuts, &ActionDispatcher::showShortcuts);
    connectAction(ActionId::About, &ActionDispatcher::showAbout);
    connectDaemons(ActionId::ChangeLogLevel, &DaemonActions::changeLogLevel);
    connectDaemons(ActionId::Reload, &DaemonActions::reload);
    connectDaemons(ActionId::Restart, &DaemonActions::restart);
    connectDaemons(ActionId::Drain, &DaemonActions::drain);
    connectDaemons(ActionId::Stop, &DaemonActions::stop);
    connect(catalogue.action(ActionId::DismissGone), &QAction::triggered, &m_daemonActions,
            &DaemonActions::dismissGone);
}

ActionDispatcher::~ActionDispatcher() = default;

void ActionDispatcher::connectAction(ActionId id, Deed deed)
{
    connect(m_catalogue.action(id), &QAction::triggered, this, [this, deed] { (this->*deed)(); });
}

void ActionDispatcher::connectDaemons(ActionId id, void (DaemonActions::*deed)(const QList<qint64> &))
{
    connect(m_catalogue.action(id), &QAction::triggered, this,
            [this, deed] { (m_daemonActions.*deed)(m_catalogue.context().daemons); });
}

void ActionDispatcher::showDetails(const RecordKey &request)
{
    if (!m_daemons.find(request.daemon)) {
        Q_EMIT messageReported(tr("The daemon of this request is no longer in the list."), Tone::Warning);
        return;
    }
    const auto open = m_window ? m_window->findChildren<RequestDialog *>() : QList<RequestDialog *>();
    for (RequestDialog *dialog : open) {
        if (dialog->request() == request && dialog->isVisible()) {
            dialog->raise();
            dialog->activateWindow();
            return;
        }
    }
    auto *dialog = new RequestDialog(m_daemons, request, m_window);
    connect(dialog, &RequestDialog::cancelWanted, this,
            [this](const RecordKey &key) { m_requestActions.cancel({key}); });
    connect(dialog, &RequestDialog::commandLineWanted, this, &ActionDispatcher::copyCommandLine);
    dialog->show();
}

// A daemon shortens what it tells of long ones. Half a command line is another command.
static bool mayBeCut(const QStringList &arguments)
{
    qsizetype bytes = 0;
    for (const QString &argument : arguments)
        bytes += argument.toUtf8().size() + 1; // and a blank
    return bytes >= RequestTable::maxHistoryArgumentBytes;
}

void ActionDispatcher::copyCommandLine(const RecordKey &request)
{
    const MonitoredDaemon *daemon = m_daemons.find(request.daemon);
    const RequestSnapshot *snapshot = find(request);
    const QString daemonId = daemon ? daemon->daemonId() : QString();
    if (!daemon || !snapshot || !mayBeCut(snapshot->arguments)) {
        putOnClipboard(request, daemonId, snapshot ? snapshot->arguments : QStringList());
    } else if (AdminClient *admin = daemon->isGone() || snapshot->isFinished() ? nullptr : daemon->admin()) {
        admin->request(
            request.id, [self = QPointer(this), request, daemonId](const Result<RequestSnapshot> &whole) {
                if (self)
                    self->putOnClipboard(request, daemonId,
                                         whole && !whole->isFinished() ? whole->arguments : QStringList());
            });
    } else {
        putOnClipboard(request, daemonId, {});
    }
}

void ActionDispatcher::putOnClipboard(const RecordKey &request, const QString &daemonId,
                                      const QStringList &arguments)
{
    if (arguments.isEmpty()) {
        Q_EMIT messageReported(tr("The command line of this request is not known any more."), Tone::Warning);
        return;
    }
    QApplication::clipboard()->setText(
        CommandLine::runCommand(daemonId, arguments, m_startOptions.runtimeDirectory));
    Q_EMIT messageReported(tr("Copied the command line of request %1.").arg(request.id), Tone::Normal);
}

void ActionDispatcher::startDaemon()
{
    auto *dialog = new StartDaemonDialog(m_startOptions, m_window);
    connect(dialog, &StartDaemonDialog::started, this, [this](const QString &id, bool wasStarted) {
        Q_EMIT messageReported(wasStarted ? tr("The daemon “%1” was started.").arg(id)
                                          : tr("The daemon “%1” runs already.").arg(id),
                               wasStarted ? Tone::Good : Tone::Normal);
    });
    dialog->open();
}

const RequestSnapshot *ActionDispatcher::find(const RecordKey &request) const
{
    const MonitoredDaemon *daemon = m_daemons.find(request.daemon);
    if (!daemon)
        return nullptr;
    const auto live = daemon->mirror().requests().constFind(request.id);
    if (live != daemon->mirror().requests().constEnd())
        return &*live;
    const auto &finished = daemon->mirror().finishedRequests();
    const auto last = std::find_if(finished.begin(), finished.end(),
                                   [&request](const RequestSnapshot &one) { return one.id == request.id; });
    return last == finished.end() ? nullptr : &*last;
}

qint64 ActionDispatcher::onlyDaemon() const
{
    const QList<qint64> &daemons = m_catalogue.context().daemons;
    return daemons.size() == 1 && m_daemons.find(daemons.constFirst()) ? daemons.constFirst() : 0;
}

void ActionDispatcher::showSelectedDetails()
{
    if (m_catalogue.context().requests.size() == 1)
        showDetails(m_catalogue.context().requests.constFirst());
}

void ActionDispatcher::copySelectedCommandLine()
{
    if (m_catalogue.context().requests.size() == 1)
        copyCommandLine(m_catalogue.context().requests.constFirst());
}

void ActionDispatcher::showConnection()
{
    const ActionContext &context = m_catalogue.context();
    if (context.requests.size() == 1) {
        const RecordKey request = context.requests.constFirst();
        if (const RequestSnapshot *snapshot = find(request))
            Q_EMIT jumpRequested(QStringLiteral("connections"), {request.daemon, snapshot->connectionId});
    } else if (context.connections.size() == 1) {
        Q_EMIT jumpRequested(QStringLiteral("connections"), context.connections.constFirst());
    }
}

void ActionDispatcher::cancelRequests() { m_requestActions.cancel(m_catalogue.context().requests); }

void ActionDispatcher::runCommand()
{
    if (const qint64 serial = onlyDaemon(); serial != 0)
        (new RunDialog(m_daemons, serial, m_window))->show();
}

void ActionDispatcher::invokeMethod()
{
    if (const qint64 serial = onlyDaemon(); serial != 0)
        (new InvokeDialog(m_daemons, serial, m_window))->show();
}

void ActionDispatcher::showShortcuts()
{
    QList<ShortcutGroup> groups;
    for (const ActionGroup group : ActionCatalogue::groups())
        groups.append({ActionCatalogue::groupTitle(group), m_catalogue.actions(group)});
    (new ShortcutsDialog(groups, m_window))->open();
}

void ActionDispatcher::showAbout() { (new AboutDialog(m_window))->open(); }

} // namespace DaemonRpc::Monitor
