// Daemons, and the window onto them.
#pragma once

#include "models/statisticscollector.h"
#include "sources/daemonwatcher.h"
#include "sources/recorder.h"
#include "sources/replay.h"
#include "window/mainwindow.h"

#include <memory>

namespace DaemonRpc::Monitor {

class OverviewPage;

/// One window with all that feeds it: the daemons that run, or those of a recording. Thread-bound.
///
///     MonitorSession session(state);
///     session.watch(options);
///     session.window().show();
class MonitorSession : public QObject
{
    Q_OBJECT

public:
    /// @p state has to outlive the session.
    explicit MonitorSession(WindowState &state, QObject *parent = nullptr);
    ~MonitorSession() override;

    /// Shows the daemons that run. watch() or replay() is called once.
    void watch(const WatchOptions &options);

    /// Shows what was recorded at @p path. Errors: as Replay::start().
    Result<void> replay(const QString &path, double speed);

    /// Errors: as Recorder::start().
    Result<void> record(const QString &path);
    void stopRecording();

    /// Without a word in the window; nothing when nothing is recorded. Errors: as Recorder::stop().
    Result<void> endRecording() { return m_recorder.isRecording() ? m_recorder.stop() : Result<void>(); }

    /// All that can be known at first is known: there was a look for daemons and those that were found have
    /// answered, or the recording has been played.
    [[nodiscard]] bool hasPicture() const;

    [[nodiscard]] DaemonList &daemons() { return m_daemons; }

    [[nodiscard]] UpdateClock &clock() { return m_clock; }

    [[nodiscard]] MainWindow &window() { return *m_window; }

    [[nodiscard]] bool isReplay() const { return m_replay != nullptr; }

Q_SIGNALS:
    /// The person wants to see this file.
    void openRequested(const QString &path);

private:
    void addPages();
    void onProblemChanged();
    void chooseExport();
    void chooseRecording();
    void toggleRecording(bool isWanted);
    void onRecordingChanged();
    void report(const Error &error);

    DaemonList m_daemons;
    StatisticsCollector m_statistics;
    UpdateClock m_clock;
    Recorder m_recorder;
    std::unique_ptr<MainWindow> m_window;
    OverviewPage *m_overview = nullptr; // of the window
    std::unique_ptr<DaemonWatcher> m_watcher;
    std::unique_ptr<Replay> m_replay;
    bool m_hasScanned = false;
};

} // namespace DaemonRpc::Monitor
