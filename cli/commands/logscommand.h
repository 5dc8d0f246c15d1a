// daemon-rpc logs
#pragma once

#include "admincommand.h"
#include "logs/logfiles.h"
#include "logs/loglinefilter.h"

#include <QFileSystemWatcher>

#include <deque>

namespace DaemonRpc::Cli {

/// `logs [-f] [-n LINES] [--since TIME] [--level LEVEL] [--request ID]`: the daemon's log with its rotated
/// files, oldest line first, whether the daemon runs or not. `logs --set-level LEVEL [--category NAME]`: how
/// much it logs from now on.
class LogsCommand : public AdminCommand
{
    Q_OBJECT

public:
    /// How long a daemon may take to say where its log is, before it is looked for at the usual place.
    static constexpr std::chrono::milliseconds pathTimeout{1000};
    /// A line without an end is shown in pieces of this size.
    static constexpr qsizetype maxLineBytes = 1024 * 1024;

    explicit LogsCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    [[nodiscard]] Result<void> readOptions();
    void setLevel();
    void findLog();
    void openLog(const QString &path);
    void seekToLastLines();
    void readOn();
    void take(const QByteArray &block);
    void takeLine(QByteArrayView line);
    void show(QByteArrayView line);
    void onFilesEnd();
    void lookForMore();

    LogLineFilter m_filter;
    qint64 m_lines = -1; // -1: all
    bool m_isFollowing = false;
    QString m_path;
    std::deque<LogFileReader> m_files; // still to be read; the first is at work
    QByteArray m_partial;              // the beginning of a line whose end is not there yet
    std::deque<QByteArray> m_last;     // candidates for the last lines, while a filter decides
    bool m_isCollecting = false;
    bool m_isAtEnd = false;
    QFileSystemWatcher m_watcher;
    QTimer m_pathTimer;
    QTimer m_poll; // what inotify does not tell: other file systems, files that come back
};

} // namespace DaemonRpc::Cli
