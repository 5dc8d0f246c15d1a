// Where a program's log goes, as far as the configuration does not say.
#pragma once

#include <QString>

namespace DaemonRpc {

/// What depends on how the program was started. Value.
struct LogTargets
{
    QString defaultFile;        ///< Used when the configuration names no file; empty: none.
    bool standardError = false; ///< For supervisors and people: the foreground.
    /// Standard output and error were given to the log file by whoever started the daemon: they follow it
    /// through rotation. Never with standardError.
    bool takesStandardStreams = false;
    QString identifier = QStringLiteral("daemon-rpcd"); ///< In syslog and journal.
    QString journalSocket = QStringLiteral("/run/systemd/journal/socket");
    QString syslogSocket = QStringLiteral("/dev/log");
};

} // namespace DaemonRpc
