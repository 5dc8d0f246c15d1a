#include <daemonrpc/service/health/processfigures.h>

#include <QFile>

#include <dirent.h>
#include <sys/resource.h>
#include <unistd.h>

namespace DaemonRpc {

static constexpr qint64 maxFileBytes = 16 * 1024;

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? file.read(maxFileBytes) : QByteArray();
}

/// size, resident, shared and more, in pages; empty when the file cannot be read.
static QList<QByteArray> pagesOf(const QString &statmPath)
{
    const QList<QByteArray> pages = contentOf(statmPath).split(' ');
    return pages.size() > 2 ? pages : QList<QByteArray>();
}

std::optional<qint64> ProcessFigures::privateBytes(const QString &smapsPath, const QString &statmPath)
{
    const QList<QByteArray> lines = contentOf(smapsPath).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.startsWith("Private_Dirty:"))
            continue;
        bool isNumber = false;
        const qint64 kibibytes = line.mid(14).trimmed().split(' ').constFirst().toLongLong(&isNumber);
        if (isNumber)
            return kibibytes * 1024;
    }
    const QList<QByteArray> pages = pagesOf(statmPath);
    if (pages.isEmpty())
        return std::nullopt;
    return (pages[1].toLongLong() - pages[2].toLongLong()) * ::sysconf(_SC_PAGESIZE);
}

std::optional<qint64> ProcessFigures::residentBytes(const QString &statmPath)
{
    const QList<QByteArray> pages = pagesOf(statmPath);
    if (pages.isEmpty())
        return std::nullopt;
    return pages[1].toLongLong() * ::sysconf(_SC_PAGESIZE);
}

std::optional<qint64> ProcessFigures::openDescriptors(const QString &directory)
{
    // By hand: QDir would examine each entry.
    DIR *entries = ::opendir(QFile::encodeName(directory).constData());
    if (!entries)
        return std::nullopt;
    qint64 count = 0;
    while (const dirent *entry = ::readdir(entries))
        count += entry->d_name[0] != '.' ? 1 : 0;
    ::closedir(entries);
    return count;
}

quint64 ProcessFigures::descriptorLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return 0;
    return limit.rlim_cur;
}

std::chrono::microseconds ProcessFigures::processorTime()
{
    rusage usage = {};
    if (::getrusage(RUSAGE_SELF, &usage) != 0)
        return {};
    return std::chrono::seconds(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           std::chrono::microseconds(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

} // namespace DaemonRpc
