// Plays what was recorded.
#pragma once

#include "sources/daemonlist.h"
#include "sources/recordingentry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QTimer>

namespace DaemonRpc::Monitor {

/// Fills a DaemonList from a recording, in the time it took, or faster. Thread-bound. The file is read as it
/// is needed, so that it may be large.
///
/// A broken line ends the replay with an error; what came before it stays.
class Replay : public QObject
{
    Q_OBJECT

public:
    /// Played as fast as it can be read.
    static constexpr double atOnce = 0;
    /// Daemons at a time; those beyond are left out.
    static constexpr size_t maxDaemons = 1000;

    /// @p list has to outlive the replay.
    explicit Replay(DaemonList &list, QObject *parent = nullptr);
    ~Replay() override;

    /// Opens the recording at @p path and plays it @p speed times as fast as it was recorded. Errors: of
    /// open(2), InvalidArgument when it is none.
    Result<void> start(const QString &path, double speed = 1);

    [[nodiscard]] bool isFinished() const { return m_isFinished; }

Q_SIGNALS:
    /// All is played, or a line is broken. Said once.
    void finished();
    void failed(const DaemonRpc::Error &error);

private:
    class Daemon;

    void step();
    [[nodiscard]] Result<void> readNext();
    void play(const RecordingEntry &entry);
    void finish();

    /// Lines that are played before others have their turn.
    static constexpr int maxLinesAtOnce = 200;

    DaemonList &m_list;
    QFile m_file;
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_speed = 1;
    std::optional<RecordingEntry> m_next;
    qint64 m_line = 1;
    QHash<qint64, qint64> m_serials; // by the number in the recording
    bool m_isFinished = false;
};

} // namespace DaemonRpc::Monitor
