#include "window/monitorapplication.h"

#include "window/monitorstatusbar.h"

#include <QApplication>

#include <cstdio>

namespace DaemonRpc::Monitor {

MonitorApplication::MonitorApplication(const MonitorOptions &options)
    : m_options(options)
    , m_state(options.settingsFile)
{
    connect(&m_termination, &TerminationWatch::terminationRequested, this, &MonitorApplication::end);
}

MonitorApplication::~MonitorApplication()
{
    m_screenshot.reset();
    m_tray.reset();
    m_trouble.reset();
}

Result<void> MonitorApplication::start()
{
    MonitorSession &session = addSession();
    if (const Result<void> opened = open(session); !opened)
        return unexpected(opened.error());
    MainWindow &window = session.window();
    if (!m_options.pageId.isEmpty())
        window.showPage(m_options.pageId);
    if (!m_options.size.isEmpty())
        window.resize(m_options.size);
    window.show();
    if (!m_options.screenshotFile.isEmpty())
        takeScreenshot(session);
    else
        addTrayIcon(session);
    return {};
}

Result<void> MonitorApplication::open(MonitorSession &session)
{
    if (!m_options.replayFile.isEmpty()) {
        const bool isAtOnce = !m_options.screenshotFile.isEmpty();
        return session.replay(m_options.replayFile, isAtOnce ? Replay::atOnce : m_options.speed);
    }
    const Result<RuntimeDirectory> directory = RuntimeDirectory::resolve(m_options.runtimeDirectory);
    if (!directory)
        return unexpected(directory.error());
    session.watch({*directory, m_options.daemonIds, {}});
    return m_options.dumpFile.isEmpty() ? Result<void>() : session.record(m_options.dumpFile);
}

MonitorSession &MonitorApplication::addSession()
{
    m_sessions.push_back(std::make_unique<MonitorSession>(m_state));
    MonitorSession &session = *m_sessions.back();
    connect(&session, &MonitorSession::openRequested, this, &MonitorApplication::openRecording);
    return session;
}

void MonitorApplication::openRecording(const QString &path)
{
    MonitorSession &session = addSession();
    if (const Result<void> opened = session.replay(path, 1); !opened) {
        const QString message = opened.error().message();
        m_sessions.pop_back();
        m_sessions.front()->window().monitorStatusBar().report(message, Tone::Bad);
        return;
    }
    // Later: it is the window itself that says so.
    connect(
        &session.window(), &MainWindow::closed, this,
        [this, closed = &session] {
            std::erase_if(m_sessions, [closed](const auto &one) { return one.get() == closed; });
        },
        Qt::QueuedConnection);
    session.window().show();
}

void MonitorApplication::addTrayIcon(MonitorSession &session)
{
    m_trouble = std::make_unique<TroubleWatch>(session.daemons());
    m_tray = std::make_unique<TrayIcon>(*m_trouble);
    MainWindow &window = session.window();
    QAction *notify = window.catalogue().action(ActionId::ToggleTrayNotifications);
    m_tray->setActions({notify, window.catalogue().action(ActionId::Quit)});
    m_tray->setNotifying(notify->isChecked());
    connect(notify, &QAction::toggled, m_tray.get(), &TrayIcon::setNotifying);
    connect(m_tray.get(), &TrayIcon::activated, &window, &MainWindow::present);
}

void MonitorApplication::takeScreenshot(MonitorSession &session)
{
    m_screenshot = std::make_unique<Screenshot>(session, m_options.screenshotFile);
    connect(m_screenshot.get(), &Screenshot::finished, this, [](const Result<void> &result) {
        if (!result)
            std::fprintf(stderr, "daemon-rpc-monitor: %s\n", qUtf8Printable(result.error().message()));
        QApplication::exit(result ? 0 : 1);
    });
}

// Windows are not asked: no dialog of theirs may keep the program.
void MonitorApplication::end()
{
    Result<void> ended;
    for (const auto &session : m_sessions) {
        session->window().save();
        if (const Result<void> closed = session->endRecording(); !closed)
            ended = closed;
    }
    if (!ended)
        std::fprintf(stderr, "daemon-rpc-monitor: %s\n", qUtf8Printable(ended.error().message()));
    QApplication::exit(ended ? 0 : 1);
}

} // namespace DaemonRpc::Monitor
