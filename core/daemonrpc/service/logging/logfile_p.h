// A log file that rotates.
#pragma once

#include "logoutput_p.h"

#include <daemonrpc/base/backoff.h>
#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QString>

#include <chrono>

struct stat;

namespace DaemonRpc {

/// Appends lines to `file`; past maxBytes `file` becomes `file.1`, `file.1` becomes `file.2` and so on, the
/// oldest goes. Thread-bound to whoever holds its lock.
///
/// Created with mode 0600, opened neither through a link nor with a second name nor when it belongs to
/// another user; what others may write to is closed to them. Several processes may share it (a draining
/// daemon and its successor): each line is one append, and who rotates holds flock(2).
///
/// A removed file is noticed with the next line, a renamed one (by logrotate, or by the other process) within
/// checkInterval; both are made anew. What fails is tried again with growing pauses; until then lines are
/// lost. A file that cannot be rotated grows to twice its limit.
///
/// spdlog's own rotating sink cannot be used for this: it follows links, obeys the umask, truncates, sleeps
/// when a rename fails, lets child processes inherit its descriptor, and its names (`x.1.log`) could be
/// another daemon's.
class LogFile : public LogOutput
{
public:
    struct Settings
    {
        QString path;
        qint64 maxBytes = 0; ///< 0: never rotated.
        int maxFiles = 1;    ///< In all; 1: emptied when it is full.
        /// Standard output and error of the process always lead to the current file, so that what libraries
        /// print goes the same way and rotation frees the space.
        bool takesStandardStreams = false;
    };

    using Clock = std::chrono::steady_clock;

    static constexpr std::chrono::milliseconds checkInterval{1000};
    static constexpr std::chrono::milliseconds firstPause{100};
    static constexpr std::chrono::milliseconds longestPause{5000};

    explicit LogFile(Settings settings);

    /// Opens it now, so that the caller hears why that fails; write() would try later by itself. Errors:
    /// UnsafeDirectory; those of open(2).
    Result<void> open();

    [[nodiscard]] bool write(QByteArrayView line) override;

private:
    [[nodiscard]] bool isReady(qsizetype lineBytes);
    bool reopen();
    [[nodiscard]] bool isStillNamed(const struct stat &own) const;
    void rotate(const struct stat &own);
    [[nodiscard]] bool shiftNames() const;
    [[nodiscard]] QByteArray rotatedName(int number) const;
    [[nodiscard]] bool append(QByteArrayView bytes);
    bool fail();

    Settings m_settings;
    QByteArray m_path;
    FileDescriptor m_file;
    Backoff m_pauses;
    Clock::time_point m_retryAt;
    Clock::time_point m_checkAt;
    Clock::time_point m_rotateAt;
    bool m_isTorn = false; // the last line went out in part
};

} // namespace DaemonRpc
