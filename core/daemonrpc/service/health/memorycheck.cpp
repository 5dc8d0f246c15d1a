#include <daemonrpc/service/health/memorycheck.h>
#include <daemonrpc/service/health/processfigures.h>

namespace DaemonRpc {

static QString mebibytes(qint64 bytes)
{
    return QStringLiteral("%1 MiB").arg(static_cast<double>(bytes) / (1024 * 1024), 0, 'f', 1);
}

MemoryCheck::MemoryCheck()
    : MemoryCheck(Options{})
{}

MemoryCheck::MemoryCheck(const Options &options)
    : m_options(options)
{}

QString MemoryCheck::name() const { return QStringLiteral("memory"); }

HealthResult MemoryCheck::run()
{
    const std::optional<qint64> measured =
        ProcessFigures::privateBytes(m_options.smapsPath, m_options.statmPath);
    HealthResult result;
    if (!measured) {
        result.text = QStringLiteral("this system does not tell");
        return result;
    }
    const qint64 bytes = *measured;
    if (m_firstBytes < 0)
        m_firstBytes = bytes;
    result.value = static_cast<double>(bytes);
    result.unit = QStringLiteral("bytes");
    const bool hasGrown =
        m_options.growthBytes > 0 && bytes - m_firstBytes >= m_options.growthBytes &&
        static_cast<double>(bytes) >= static_cast<double>(m_firstBytes) * m_options.growthFactor;
    if (m_options.limitBytes > 0 && bytes > m_options.limitBytes) {
        result.status = HealthStatus::Failed;
        result.text = QStringLiteral("%1 private memory, the limit is %2")
                          .arg(mebibytes(bytes), mebibytes(m_options.limitBytes));
    } else if (hasGrown) {
        result.status = HealthStatus::Warning;
        result.text = QStringLiteral("%1 private memory, %2 at first; does a handler leak?")
                          .arg(mebibytes(bytes), mebibytes(m_firstBytes));
    } else {
        result.text = mebibytes(bytes) + QStringLiteral(" private memory");
    }
    return result;
}

} // namespace DaemonRpc
