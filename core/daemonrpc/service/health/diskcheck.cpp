#include <daemonrpc/service/health/diskcheck.h>

#include <QFile>
#include <QFileInfo>

#include <sys/statvfs.h>

namespace DaemonRpc {

static std::optional<qint64> freeSpace(const QString &directory)
{
    struct statvfs status = {};
    if (::statvfs(QFile::encodeName(directory).constData(), &status) != 0)
        return std::nullopt;
    return static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_frsize);
}

DiskCheck::DiskCheck(const Options &options, SpaceSource space)
    : m_options(options)
    , m_space(space ? std::move(space) : SpaceSource(freeSpace))
{}

QString DiskCheck::name() const { return QStringLiteral("disk"); }

HealthResult DiskCheck::run()
{
    const QString directory = QFileInfo(m_options.file).absolutePath();
    const std::optional<qint64> bytes = m_space(directory);
    HealthResult result;
    if (!bytes) {
        result.status = HealthStatus::Failed;
        result.text = QStringLiteral("the log's directory %1 is gone; make it again").arg(directory);
        return result;
    }
    result.value = static_cast<double>(*bytes);
    result.unit = QStringLiteral("bytes");
    result.text = QStringLiteral("%1 MiB free for the log in %2").arg(*bytes / (1024 * 1024)).arg(directory);
    if (*bytes < m_options.warningBytes) {
        result.status = *bytes < m_options.failureBytes ? HealthStatus::Failed : HealthStatus::Warning;
        result.text += QStringLiteral("; make room");
    }
    return result;
}

} // namespace DaemonRpc
