#include "formatting.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

namespace DaemonRpc::Cli {

namespace {

class Units
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::Units)
};

// As the person writes it: "1.5", "1,5".
QString decimalText(double value, int decimals)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'f', decimals);
}

} // namespace

QString formatDuration(std::chrono::milliseconds duration)
{
    const qint64 ms = qMax<qint64>(duration.count(), 0);
    if (ms < 1000)
        return Units::tr("%1 ms").arg(ms);
    if (const qint64 tenths = ms / 100; tenths < 100 && tenths % 10 != 0)
        return Units::tr("%1 s").arg(decimalText(static_cast<double>(tenths) / 10, 1));
    const qint64 seconds = ms / 1000;
    if (seconds < 60)
        return Units::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return seconds % 60 == 0 ? Units::tr("%1 min").arg(seconds / 60)
                                 : Units::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    const qint64 minutes = seconds / 60;
    if (minutes < 24 * 60)
        return minutes % 60 == 0 ? Units::tr("%1 h").arg(minutes / 60)
                                 : Units::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    const qint64 hours = minutes / 60;
    return hours % 24 == 0 ? Units::tr("%1 d").arg(hours / 24)
                           : Units::tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

QString formatBytes(qint64 bytes)
{
    if (bytes < 1024)
        return Units::tr("%1 B").arg(bytes);
    const std::array<QString, 5> units{Units::tr("%1 KiB"), Units::tr("%1 MiB"), Units::tr("%1 GiB"),
                                       Units::tr("%1 TiB"), Units::tr("%1 PiB")};
    auto value = static_cast<double>(bytes) / 1024;
    size_t unit = 0;
    while (value >= 1023.95 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    return units[unit].arg(decimalText(value, value < 9.95 ? 1 : 0));
}

QString formatRate(double perSecond) { return decimalText(perSecond, 1); }

QString formatTime(qint64 epochMs)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs).toString(QStringLiteral("yyyy-MM-dd hh:mm:ss"));
}

} // namespace DaemonRpc::Cli
