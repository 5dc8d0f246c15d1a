#include "logs/sincetime.h"

#include "escaping.h"

#include <QCoreApplication>

#include <optional>

namespace DaemonRpc::Cli {

namespace {

class SinceTime
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::SinceTime)
};

} // namespace

// 0 for no unit.
static qint64 unitMs(char unit)
{
    switch (unit) {
    case 's': return 1000;
    case 'm': return 60 * 1000;
    case 'h': return 3600 * 1000;
    case 'd': return 24 * 3600 * 1000;
    default: return 0;
    }
}

static std::optional<qint64> durationMs(const QByteArray &text)
{
    constexpr double longest = 100.0 * 366 * 24 * 3600 * 1000; // a century, far from any overflow
    const qint64 unit = text.isEmpty() ? 0 : unitMs(text.back());
    bool isNumber = false;
    const double count = text.chopped(text.isEmpty() ? 0 : 1).toDouble(&isNumber);
    if (unit == 0 || !isNumber || !(count >= 0) || count * static_cast<double>(unit) > longest)
        return std::nullopt;
    return static_cast<qint64>(count * static_cast<double>(unit));
}

Result<qint64> sinceTime(const QByteArray &text, const QDateTime &now)
{
    if (const std::optional<qint64> duration = durationMs(text))
        return now.toMSecsSinceEpoch() - *duration;
    const QString string = QString::fromUtf8(text.left(100)).trimmed();
    const QTime time = QTime::fromString(string, Qt::ISODate);
    if (time.isValid() && string.contains(QLatin1Char(':')) && !string.contains(QLatin1Char('-')))
        return QDateTime(now.toLocalTime().date(), time).toMSecsSinceEpoch();
    const QDateTime moment =
        QDateTime::fromString(QString(string).replace(QLatin1Char(' '), QLatin1Char('T')), Qt::ISODateWithMs);
    if (moment.isValid())
        return moment.toMSecsSinceEpoch();
    return unexpected(
        ErrorCode::InvalidArgument,
        SinceTime::tr("\"%1\" is no time; use 10m, 2h or 1d for how long ago, or a time such as "
                      "08:00 or \"2026-01-31 08:00\"")
            .arg(escapedForTerminal(text.left(100))));
}

} // namespace DaemonRpc::Cli
