#include <daemonrpc/service/health/descriptorcheck.h>

#include <QFile>

#include <dirent.h>
#include <sys/resource.h>

namespace DaemonRpc {

static quint64 processLimit()
{
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return 0;
    return limit.rlim_cur;
}

DescriptorCheck::DescriptorCheck(QString directory, LimitSource limit)
    : m_directory(std::move(directory))
    , m_limit(limit ? std::move(limit) : LimitSource(processLimit))
{}

QString DescriptorCheck::name() const { return QStringLiteral("descriptors"); }

/// -1 when the directory cannot be read.
qint64 DescriptorCheck::openCount() const
{
    // By hand: QDir would examine each entry.
    DIR *directory = ::opendir(QFile::encodeName(m_directory).constData());
    if (!directory)
        return -1;
    qint64 count = 0;
    while (const dirent *entry = ::readdir(directory))
        count += entry->d_name[0] != '.' ? 1 : 0;
    ::closedir(directory);
    return count;
}

HealthResult DescriptorCheck::run()
{
    const qint64 count = openCount();
    const quint64 limit = m_limit();
    HealthResult result;
    if (count < 0 && limit > 0) {
        // Most likely there was none left to look with.
        result.status = HealthStatus::Warning;
        result.text = QStringLiteral("cannot count the open descriptors in %1").arg(m_directory);
        return result;
    }
    result.value = static_cast<double>(count);
    result.unit = QStringLiteral("descriptors");
    result.text = limit > 0 ? QStringLiteral("%1 of %2 open").arg(count).arg(limit)
                            : QStringLiteral("%1 open").arg(count);
    if (limit == 0)
        return result;
    const double share = result.value / static_cast<double>(limit);
    if (share >= 0.8) {
        result.status = share >= 0.95 ? HealthStatus::Failed : HealthStatus::Warning;
        result.text += QStringLiteral("; raise the limit on open files, or allow fewer connections");
    }
    return result;
}

} // namespace DaemonRpc
