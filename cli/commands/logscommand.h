// daemon-rpc logs
#pragma once

#include "admincommand.h"

#include <QFile>
#include <QFileSystemWatcher>

namespace DaemonRpc::Cli {

/// `logs [-f] [-n LINES]`: the daemon's log file, whether the daemon runs or not.
class LogsCommand : public AdminCommand
{
    Q_OBJECT

public:
    explicit LogsCommand(const Invocation &invocation);

    [[nodiscard]] static SubcommandSpec spec();

    void start() override;

private:
    Result<void> open();
    Result<qint64> wantedLines() const;
    void seekToLastLines(qint64 lines);
    void copy();
    void onChanged();
    void endOrFollow();

    QString m_path;
    QFile m_file;
    QFileSystemWatcher m_watcher;
};

} // namespace DaemonRpc::Cli
