#include "commands/logscommand.h"

#include "escaping.h"

#include <daemonrpc/base/oserror.h>

#include <algorithm>

#include <errno.h>
#include <fcntl.h>

namespace DaemonRpc::Cli {

static constexpr qint64 blockBytes = 64 * 1024;

LogsCommand::LogsCommand(const Invocation &invocation)
    : AdminCommand(invocation)
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &LogsCommand::onChanged);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &LogsCommand::onChanged);
    connect(&invocation.output, &OutputWriter::relieved, this, &LogsCommand::copy);
}

SubcommandSpec LogsCommand::spec()
{
    SubcommandSpec spec;
    spec.name = "logs";
    spec.summary = QStringLiteral("show the log of the daemon");
    spec.options = {
        {"follow", 'f', "", QStringLiteral("go on with what is added, until Ctrl+C")},
        {"lines", 'n', "LINES", QStringLiteral("the last LINES lines only")},
    };
    spec.make = [](const Invocation &invocation) { return std::make_unique<LogsCommand>(invocation); };
    return spec;
}

void LogsCommand::start()
{
    const Result<RuntimeDirectory> directory = runtimeDirectory();
    if (!directory) {
        fail(directory.error());
        return;
    }
    const Result<qint64> lines = wantedLines();
    if (!lines) {
        fail(lines.error());
        return;
    }
    m_path = directory->logPath(InstanceName(invocation().client.daemonId));
    if (const Result<void> opened = open(); !opened) {
        fail(opened.error());
        return;
    }
    if (*lines >= 0)
        seekToLastLines(*lines);
    if (invocation().options.isSet("follow"))
        m_watcher.addPaths({m_path, directory->path()});
    copy();
}

Result<qint64> LogsCommand::wantedLines() const
{
    if (!invocation().options.isSet("lines"))
        return -1;
    const QByteArray text = invocation().options.value("lines");
    bool isNumber = false;
    const qint64 lines = text.toLongLong(&isNumber);
    if (!isNumber || lines < 0)
        return unexpected(ErrorCode::InvalidArgument,
                          QStringLiteral("\"%1\" is no number of lines").arg(escapedForTerminal(text)));
    return lines;
}

Result<void> LogsCommand::open()
{
    // Opened by hand: whatever somebody put there, no FIFO makes us wait and no link leads elsewhere.
    const int fd = ::open(QFile::encodeName(m_path).constData(),
                          O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return unexpected(ErrorCode::NotRunning,
                          QStringLiteral("daemon \"%1\" has no log, it was never started here (%2)")
                              .arg(daemonName(), m_path));
    if (fd < 0)
        return unexpected(errorFromErrno(errno, QStringLiteral("cannot open"), m_path));
    m_file.close();
    if (!m_file.open(fd, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return unexpected(ErrorCode::IoError,
                          QStringLiteral("cannot read %1: %2").arg(m_path, m_file.errorString()));
    return {};
}

void LogsCommand::seekToLastLines(qint64 lines)
{
    qint64 begin = m_file.size();
    // A line feed at the very end closes the last line, it does not begin another.
    qint64 feedsToSkip = lines + 1;
    bool isFirstBlock = true;
    while (begin > 0) {
        const qint64 blockBegin = std::max<qint64>(begin - blockBytes, 0);
        m_file.seek(blockBegin);
        const QByteArray block = m_file.read(begin - blockBegin);
        if (block.isEmpty())
            break;
        if (isFirstBlock && !block.endsWith('\n'))
            --feedsToSkip;
        isFirstBlock = false;
        for (qsizetype i = block.size() - 1; i >= 0; --i) {
            if (block.at(i) == '\n' && --feedsToSkip == 0) {
                m_file.seek(blockBegin + i + 1);
                return;
            }
        }
        begin = blockBegin;
    }
    m_file.seek(lines == 0 ? m_file.size() : 0);
}

void LogsCommand::copy()
{
    while (!invocation().output.isFull()) {
        const QByteArray block = m_file.read(blockBytes);
        if (block.isEmpty()) {
            endOrFollow();
            return;
        }
        // On a terminal nothing in the log may act as if it came from us.
        if (invocation().terminal.outputIsTerminal)
            print(escapedForTerminal(QString::fromUtf8(block), LineFeeds::Keep));
        else
            print(block);
    }
}

void LogsCommand::endOrFollow()
{
    if (!invocation().options.isSet("follow"))
        finish(0);
}

void LogsCommand::onChanged()
{
    if (!m_file.isOpen())
        return;
    if (m_file.size() < m_file.pos())
        m_file.seek(0); // it was emptied
    copy();
    // Rotated: the path names another file by now.
    if (!m_watcher.files().contains(m_path) && m_watcher.addPath(m_path) && open())
        copy();
}

} // namespace DaemonRpc::Cli
