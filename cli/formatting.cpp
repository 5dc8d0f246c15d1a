#include "formatting.h"

#include <QDateTime>

#include <array>

namespace DaemonRpc::Cli {

static QString twoUnits(qint64 large, const QString &largeUnit, qint64 small, const QString &smallUnit)
{
    const QString first = QStringLiteral("%1 %2").arg(large).arg(largeUnit);
    return small == 0 ? first : QStringLiteral("%1 %2 %3").arg(first).arg(small).arg(smallUnit);
}

QString formatDuration(std::chrono::milliseconds duration)
{
    const qint64 ms = qMax<qint64>(duration.count(), 0);
    if (ms < 1000)
        return QStringLiteral("%1 ms").arg(ms);
    if (ms < 10'000 && ms % 1000 >= 100)
        return QStringLiteral("%1.%2 s").arg(ms / 1000).arg(ms % 1000 / 100);
    const qint64 seconds = ms / 1000;
    if (seconds < 60)
        return QStringLiteral("%1 s").arg(seconds);
    if (seconds < 3600)
        return twoUnits(seconds / 60, QStringLiteral("min"), seconds % 60, QStringLiteral("s"));
    if (seconds < 86400)
        return twoUnits(seconds / 3600, QStringLiteral("h"), seconds % 3600 / 60, QStringLiteral("min"));
    return twoUnits(seconds / 86400, QStringLiteral("d"), seconds % 86400 / 3600, QStringLiteral("h"));
}

QString formatBytes(qint64 bytes)
{
    if (bytes < 1024)
        return QStringLiteral("%1 B").arg(bytes);
    constexpr std::array<const char *, 5> units{"KiB", "MiB", "GiB", "TiB", "PiB"};
    auto value = static_cast<double>(bytes) / 1024;
    size_t unit = 0;
    while (value >= 1023.95 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    return QStringLiteral("%1 %2").arg(QString::number(value, 'f', value < 9.95 ? 1 : 0),
                                       QLatin1String(units[unit]));
}

QString formatTime(qint64 epochMs)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs).toString(QStringLiteral("yyyy-MM-dd hh:mm:ss"));
}

QString formatCount(qint64 count, const QString &singular)
{
    return QStringLiteral("%1 %2%3").arg(QString::number(count), singular,
                                         count == 1 ? QString() : QStringLiteral("s"));
}

} // namespace DaemonRpc::Cli
