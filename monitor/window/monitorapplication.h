// The program.
#pragma once

#include "window/monitoroptions.h"
#include "window/monitorsession.h"
#include "window/screenshot.h"
#include "window/terminationwatch.h"
#include "window/trayicon.h"
#include "window/troublewatch.h"
#include "window/windowstate.h"

#include <memory>
#include <vector>

namespace DaemonRpc::Monitor {

/// Makes what the command line asks for: a window onto the daemons, or onto a recording; further windows for
/// recordings that are opened later. SIGTERM, SIGINT and SIGHUP end it like Quit: settings are saved and a
/// recording is whole. Thread-bound; there is a QApplication.
///
///     MonitorApplication monitor(options);
///     if (const Result<void> started = monitor.start(); !started)
///         return fail(started.error());
///     return QApplication::exec();
class MonitorApplication : public QObject
{
    Q_OBJECT

public:
    explicit MonitorApplication(const MonitorOptions &options);
    ~MonitorApplication() override;

    /// Errors: of a runtime directory, a recording or a file to record to that cannot be used.
    Result<void> start();

private:
    Result<void> open(MonitorSession &session);
    void openRecording(const QString &path);
    void addTrayIcon(MonitorSession &session);
    void takeScreenshot(MonitorSession &session);
    MonitorSession &addSession();
    void end();

    TerminationWatch m_termination;
    MonitorOptions m_options;
    WindowState m_state;
    std::vector<std::unique_ptr<MonitorSession>> m_sessions;
    std::unique_ptr<TroubleWatch> m_trouble;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<Screenshot> m_screenshot;
};

} // namespace DaemonRpc::Monitor
