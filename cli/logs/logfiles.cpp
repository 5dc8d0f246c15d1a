#include "logs/logfiles.h"

#include <daemonrpc/base/oserror.h>

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace DaemonRpc::Cli {

namespace {

class LogFiles
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::LogFiles)
};

} // namespace

static constexpr int maxFiles = 1000;

LogFileReader::LogFileReader(FileDescriptor file, quint64 device, quint64 inode)
    : m_file(std::move(file))
    , m_device(device)
    , m_inode(inode)
{}

Result<LogFileReader> LogFileReader::open(const QString &path)
{
    FileDescriptor file(::open(QFile::encodeName(path).constData(),
                               O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC));
    if (!file.isValid() && errno == ENOENT)
        return unexpected(ErrorCode::NotRunning, LogFiles::tr("there is no log %1").arg(path));
    struct stat status = {};
    if (!file.isValid() || ::fstat(file.get(), &status) != 0) {
        const int reason = errno;
        return unexpected(errorCodeFromErrno(reason),
                          LogFiles::tr("cannot open %1: %2").arg(path, errnoText(reason)));
    }
    if (!S_ISREG(status.st_mode))
        return unexpected(ErrorCode::InvalidArgument,
                          LogFiles::tr("%1 is no regular file and so no log").arg(path));
    return LogFileReader(std::move(file), status.st_dev, status.st_ino);
}

QByteArray LogFileReader::readAt(qint64 offset, qint64 count) const
{
    QByteArray bytes(count, Qt::Uninitialized);
    ssize_t n = -1;
    do {
        n = ::pread(m_file.get(), bytes.data(), static_cast<size_t>(count), offset);
    } while (n < 0 && errno == EINTR);
    bytes.truncate(std::max<qsizetype>(n, 0));
    return bytes;
}

QByteArray LogFileReader::read()
{
    if (size() < m_offset)
        m_offset = 0;
    const QByteArray bytes = readAt(m_offset, blockBytes);
    m_offset += bytes.size();
    return bytes;
}

qint64 LogFileReader::size() const
{
    struct stat status = {};
    return ::fstat(m_file.get(), &status) == 0 ? status.st_size : 0;
}

qint64 LogFileReader::modifiedMs() const
{
    struct stat status = {};
    if (::fstat(m_file.get(), &status) != 0)
        return 0;
    return qint64(status.st_mtim.tv_sec) * 1000 + status.st_mtim.tv_nsec / 1000000;
}

qint64 LogFileReader::seekToLastLines(qint64 lines)
{
    m_offset = size();
    qint64 found = 0;
    bool isLast = true;
    for (qint64 begin = m_offset; begin > 0 && lines > 0;) {
        const qint64 blockBegin = std::max<qint64>(begin - blockBytes, 0);
        const QByteArray block = readAt(blockBegin, begin - blockBegin);
        if (block.isEmpty())
            break;
        for (qsizetype i = block.size() - 1; i >= 0; --i) {
            // A line feed at the very end closes the last line, it does not begin another.
            if (block.at(i) == '\n' && !std::exchange(isLast, false) && ++found == lines) {
                m_offset = blockBegin + i + 1;
                return found;
            }
            isLast = false;
        }
        begin = blockBegin;
    }
    if (lines <= 0 || m_offset == 0)
        return 0;
    m_offset = 0;
    return found + 1; // the first line has no line feed before it
}

std::vector<LogFileReader> openLogFiles(const QString &path)
{
    std::vector<LogFileReader> files;
    for (int number = 0; number < maxFiles; ++number) {
        Result<LogFileReader> file =
            LogFileReader::open(number == 0 ? path : path + QLatin1Char('.') + QString::number(number));
        if (file)
            files.push_back(std::move(*file));
        else if (number > 0)
            break;
    }
    std::reverse(files.begin(), files.end());
    return files;
}

} // namespace DaemonRpc::Cli
