#include <daemonrpc/service/health/descriptorcheck.h>
#include <daemonrpc/service/health/processfigures.h>

namespace DaemonRpc {

DescriptorCheck::DescriptorCheck(QString directory, LimitSource limit)
    : m_directory(std::move(directory))
    , m_limit(limit ? std::move(limit) : LimitSource(&ProcessFigures::descriptorLimit))
{}

QString DescriptorCheck::name() const { return QStringLiteral("descriptors"); }

HealthResult DescriptorCheck::run()
{
    const qint64 count = ProcessFigures::openDescriptors(m_directory).value_or(-1);
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
