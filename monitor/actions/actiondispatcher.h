// From actions to what they do.
#pragma once

#include "actions/actioncatalogue.h"
#include "actions/daemonactions.h"
#include "actions/requestactions.h"

#include <daemonrpc/client/clientoptions.h>

#include <QPointer>

namespace DaemonRpc::Monitor {

/// Carries out the actions that belong to no page: those on requests and daemons, and the dialogs.
/// Thread-bound.
///
/// The others (Quit, recordings, pages, Copy, Find, filters, updates, layout, charts, notifications) are for
/// the window to connect to.
///
///     ActionDispatcher dispatcher(catalogue, daemons, this);
///     connect(&dispatcher, &ActionDispatcher::messageReported, this, &MainWindow::showMessage);
///     connect(&dispatcher, &ActionDispatcher::jumpRequested, this, &MainWindow::jump);
///     connect(&clock, &UpdateClock::ticked, &catalogue, &ActionCatalogue::refresh);
class ActionDispatcher : public QObject
{
    Q_OBJECT

public:
    /// Dialogs belong to @p window. @p catalogue and @p daemons have to outlive this.
    ActionDispatcher(ActionCatalogue &catalogue, DaemonList &daemons, QWidget *window);
    ~ActionDispatcher() override;

    /// Where daemons are started. A runtime directory in it is named in command lines that are copied.
    void setStartOptions(const ClientOptions &options) { m_startOptions = options; }

    /// Opens what is known of @p request, or brings it to the front.
    void showDetails(const RecordKey &request);

    /// Copies @p request as a command line of daemon-rpc: in full, or not at all.
    void copyCommandLine(const RecordKey &request);

    void startDaemon();

Q_SIGNALS:
    /// What has come of something, for a status bar. Plain text.
    void messageReported(const QString &text, DaemonRpc::Monitor::Tone tone);
    /// As Page::jumpRequested().
    void jumpRequested(const QString &pageId, const DaemonRpc::Monitor::RecordKey &key);

private:
    using Deed = void (ActionDispatcher::*)();

    void connectAction(ActionId id, Deed deed);
    void connectDaemons(ActionId id, void (DaemonActions::*deed)(const QList<qint64> &));
    [[nodiscard]] const RequestSnapshot *find(const RecordKey &request) const;
    [[nodiscard]] qint64 onlyDaemon() const;
    void putOnClipboard(const RecordKey &request, const QString &daemonId, const QStringList &arguments);
    void showSelectedDetails();
    void copySelectedCommandLine();
    void showConnection();
    void cancelRequests();
    void runCommand();
    void invokeMethod();
    void showShortcuts();
    void showAbout();

    ActionCatalogue &m_catalogue;
    DaemonList &m_daemons;
    QPointer<QWidget> m_window;
    DaemonActions m_daemonActions;
    RequestActions m_requestActions;
    ClientOptions m_startOptions;
};

} // namespace DaemonRpc::Monitor
