#include "window/monitorsession.h"

#include "pages/cancellationspage.h"
#include "pages/chartspage.h"
#include "pages/connectionspage.h"
#include "pages/healthpage.h"
#include "pages/logspage.h"
#include "pages/overviewpage.h"
#include "pages/requestspage.h"
#include "window/monitorstatusbar.h"
#include "window/windowstate.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace DaemonRpc::Monitor {

MonitorSession::MonitorSession(WindowState &state, QObject *parent)
    : QObject(parent)
    , m_statistics(m_daemons)
    , m_recorder(m_daemons)
    , m_window(std::make_unique<MainWindow>(m_daemons, m_clock, state))
{
    addPages();
    m_window->restore();
    ActionCatalogue &catalogue = m_window->catalogue();
    connect(catalogue.action(ActionId::ExportChart), &QAction::triggered, this,
            &MonitorSession::chooseExport);
    connect(catalogue.action(ActionId::OpenRecording), &QAction::triggered, this,
            &MonitorSession::chooseRecording);
    connect(catalogue.action(ActionId::SaveRecording), &QAction::triggered, this,
            &MonitorSession::toggleRecording);
    connect(&m_recorder, &Recorder::recordingChanged, this, &MonitorSession::onRecordingChanged);
    connect(&m_recorder, &Recorder::failed, this, &MonitorSession::report);
    m_clock.start();
}

MonitorSession::~MonitorSession()
{
    // It looks at the daemons until its end.
    m_window.reset();
}

void MonitorSession::addPages()
{
    m_overview = new OverviewPage(m_daemons, m_statistics, m_clock);
    m_window->addPage(m_overview);
    m_window->addPage(new ConnectionsPage(m_daemons, m_clock));
    m_window->addPage(new RequestsPage(m_daemons, m_clock));
    m_window->addPage(new CancellationsPage(m_daemons, m_clock));
    m_window->addPage(new HealthPage(m_daemons, m_clock));
    m_window->addPage(new ChartsPage(m_daemons, m_statistics, m_clock));
    m_window->addPage(new LogsPage(m_daemons, m_clock));
}

void MonitorSession::watch(const WatchOptions &options)
{
    m_watcher = std::make_unique<DaemonWatcher>(m_daemons, options);
    connect(m_watcher.get(), &DaemonWatcher::scanned, this, [this] { m_hasScanned = true; });
    connect(m_watcher.get(), &DaemonWatcher::problemChanged, this, &MonitorSession::onProblemChanged);
    connect(m_window->catalogue().action(ActionId::Refresh), &QAction::triggered, m_watcher.get(),
            &DaemonWatcher::scan);
    ClientOptions start = options.client;
    start.runtimeDirectory = options.directory.isOverride() ? options.directory.path() : QString();
    start.maySpawn = true;
    m_window->dispatcher().setStartOptions(start);
    if (!start.runtimeDirectory.isEmpty() || !options.daemonIds.isEmpty())
        m_overview->setPlace(options.daemonIds.value(0, DaemonId().toString()), start.runtimeDirectory);
    m_watcher->start();
}

void MonitorSession::onProblemChanged()
{
    const QString problem = m_watcher->problem();
    m_overview->setProblem(problem);
    if (!problem.isEmpty())
        m_window->monitorStatusBar().report(problem, Tone::Bad);
}

Result<void> MonitorSession::replay(const QString &path, double speed)
{
    m_replay = std::make_unique<Replay>(m_daemons);
    connect(m_replay.get(), &Replay::failed, this, &MonitorSession::report);
    connect(m_replay.get(), &Replay::finished, this, [this, path] {
        m_window->monitorStatusBar().setSource(
            tr("Recording %1, to its end").arg(QFileInfo(path).fileName()));
    });
    const QString name = QFileInfo(path).fileName();
    m_window->setWindowTitle(tr("%1 – Daemon Monitor").arg(name));
    m_window->monitorStatusBar().setSource(tr("Recording %1").arg(name));
    return m_replay->start(path, speed);
}

Result<void> MonitorSession::record(const QString &path) { return m_recorder.start(path); }

bool MonitorSession::hasPicture() const
{
    if (m_replay)
        return m_replay->isFinished();
    const auto &all = m_daemons.daemons();
    return m_hasScanned && std::all_of(all.begin(), all.end(), [](const auto &daemon) {
               return daemon->isGone() || !daemon->problem().isEmpty() || daemon->mirror().sequence() >= 0;
           });
}

void MonitorSession::chooseExport()
{
    auto *charts = qobject_cast<ChartsPage *>(m_window->currentPage());
    if (!charts)
        return;
    auto *dialog = new QFileDialog(m_window.get(), tr("Export the Charts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(ChartExport::nameFilters());
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QLatin1String("*."), 1).section(u')', 0, 0));
    });
    connect(dialog, &QFileDialog::fileSelected, charts, [this, charts](const QString &path) {
        if (const Result<void> exported = charts->exportTo(path); !exported)
            report(exported.error());
    });
    dialog->open();
}

void MonitorSession::chooseRecording()
{
    auto *dialog = new QFileDialog(m_window.get(), tr("Open a Recording"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MonitorSession::openRequested);
    dialog->open();
}

void MonitorSession::toggleRecording(bool isWanted)
{
    if (!isWanted) {
        stopRecording();
        return;
    }
    m_window->catalogue().action(ActionId::SaveRecording)->setChecked(false); // until there is a file
    auto *dialog = new QFileDialog(m_window.get(), tr("Record What the Daemons Tell"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const Result<void> recording = record(path); !recording)
            report(recording.error());
    });
    dialog->open();
}

void MonitorSession::stopRecording()
{
    const QString path = m_recorder.path();
    if (const Result<void> stopped = m_recorder.stop(); !stopped)
        report(stopped.error());
    else
        m_window->monitorStatusBar().report(tr("Recorded in %1").arg(path), Tone::Good);
}

void MonitorSession::onRecordingChanged()
{
    const bool isRecording = m_recorder.isRecording();
    m_window->catalogue().action(ActionId::SaveRecording)->setChecked(isRecording);
    m_window->monitorStatusBar().setSource(
        isRecording ? tr("Recording to %1").arg(QFileInfo(m_recorder.path()).fileName()) : QString());
}

void MonitorSession::report(const Error &error)
{
    m_window->monitorStatusBar().report(error.message(), Tone::Bad);
}

} // namespace DaemonRpc::Monitor
