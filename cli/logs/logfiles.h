// The files of one log.
#pragma once

#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/result.h>

#include <QByteArray>
#include <QString>

#include <vector>

namespace DaemonRpc::Cli {

/// One file of a log, open for reading. Movable value; knows which file it is, whatever its name becomes.
class LogFileReader
{
public:
    static constexpr qsizetype blockBytes = 64 * 1024;

    /// Neither follows a link nor waits for a FIFO. Errors: NotRunning when it does not exist,
    /// InvalidArgument when it is no regular file, those of open(2).
    static Result<LogFileReader> open(const QString &path);

    /// The next bytes; empty at the end, for now. A file that was emptied is read from its beginning.
    [[nodiscard]] QByteArray read();

    [[nodiscard]] qint64 size() const;

    /// When it was last written to, in milliseconds since the epoch.
    [[nodiscard]] qint64 modifiedMs() const;

    /// Goes to the beginning of the last @p lines lines, and says how many there are.
    qint64 seekToLastLines(qint64 lines);

    [[nodiscard]] bool isSameFileAs(const LogFileReader &other) const
    {
        return m_device == other.m_device && m_inode == other.m_inode;
    }

private:
    LogFileReader(FileDescriptor file, quint64 device, quint64 inode);
    [[nodiscard]] QByteArray readAt(qint64 offset, qint64 count) const;

    FileDescriptor m_file;
    quint64 m_device;
    quint64 m_inode;
    qint64 m_offset = 0;
};

/// All files of the log at @p path, oldest first: `path.2`, `path.1`, `path`. Those that cannot be read are
/// left out, and so is what lies behind a gap in the numbers.
[[nodiscard]] std::vector<LogFileReader> openLogFiles(const QString &path);

} // namespace DaemonRpc::Cli
