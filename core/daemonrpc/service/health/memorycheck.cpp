#include <daemonrpc/service/health/memorycheck.h>

#include <QFile>

#include <unistd.h>

namespace DaemonRpc {

static constexpr qint64 maxFileBytes = 16 * 1024;

static QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? file.read(maxFileBytes) : QByteArray();
}

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

/// -1 when nobody tells.
qint64 MemoryCheck::privateBytes() const
{
    const QList<QByteArray> lines = contentOf(m_options.smapsPath).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.startsWith("Private_Dirty:"))
            continue;
        bool isNumber = false;
        const qint64 kibibytes = line.mid(14).trimmed().split(' ').constFirst().toLongLong(&isNumber);
        if (isNumber)
            return kibibytes * 1024;
    }
    const QList<QByteArray> pages = contentOf(m_options.statmPath).split(' '); // size resident shared ...
    return pages.size() > 2 ? (pages[1].toLongLong() - pages[2].toLongLong()) * ::sysconf(_SC_PAGESIZE) : -1;
}

HealthResult MemoryCheck::run()
{
    const qint64 bytes = privateBytes();
    HealthResult result;
    if (bytes < 0) {
        result.text = QStringLiteral("this system does not tell");
        return result;
    }
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
