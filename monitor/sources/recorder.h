// Writes down what daemons say.
#pragma once

#include "sources/daemonlist.h"
#include "sources/recordingentry.h"

#include <QElapsedTimer>
#include <QFile>

namespace DaemonRpc::Monitor {

/// Records the daemons of a DaemonList to a file that Replay plays: for bug reports and tests. Thread-bound.
///
/// A recording holds command lines, folders and log lines; its file is for its owner alone (mode 0600).
class Recorder : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 maxFileBytes = 1024LL * 1024 * 1024; ///< The recording ends there.

    /// @p list has to outlive the recorder.
    explicit Recorder(DaemonList &list, QObject *parent = nullptr);
    ~Recorder() override;

    /// Begins a new file at @p path, with what is there now. Errors: of open(2), InvalidArgument while one is
    /// being written.
    Result<void> start(const QString &path);

    /// Ends it. Errors: of write(2).
    Result<void> stop();

    [[nodiscard]] bool isRecording() const { return m_file.isOpen(); }

    [[nodiscard]] QString path() const { return m_file.fileName(); }

Q_SIGNALS:
    void recordingChanged();
    /// The recording has ended by itself; what was written so far can be played.
    void failed(const DaemonRpc::Error &error);

private:
    void onAdded(MonitoredDaemon *daemon);
    void onStateChanged(MonitoredDaemon *daemon);
    void write(MonitoredDaemon *daemon, RecordingEntry::Kind kind, const DaemonEvent *event = nullptr);

    DaemonList &m_list;
    QFile m_file;
    QElapsedTimer m_clock;
};

/// All of @p mirror, as the snapshot of a subscription would tell it.
[[nodiscard]] DaemonEvent wholePicture(const DaemonMirror &mirror);

} // namespace DaemonRpc::Monitor
