#include "models/formatting.h"

#include "models/machinenames.h"

#include <QDateTime>

#include <cmath>

namespace DaemonRpc::Monitor {

static constexpr qint64 secondMs = 1000;
static constexpr qint64 minuteMs = 60 * secondMs;
static constexpr qint64 hourMs = 60 * minuteMs;
static constexpr qint64 dayMs = 24 * hourMs;
// Plural forms take an int.
static constexpr qint64 maxCounted = 2'000'000'000;

QString Formatting::text(ColumnKind kind, const QVariant &value)
{
    if (!value.isValid())
        return QStringLiteral("–");
    switch (kind) {
    case ColumnKind::Text: return line(value.toString());
    case ColumnKind::State: return name(value.toString());
    case ColumnKind::Number: return number(value.toLongLong());
    case ColumnKind::Measure: return measure(value.toDouble());
    case ColumnKind::Rate: return rate(value.toDouble());
    case ColumnKind::Countdown:
    case ColumnKind::Percent: return percent(value.toDouble());
    case ColumnKind::Bytes: return bytes(value.toLongLong());
    case ColumnKind::Duration: return duration(std::chrono::milliseconds(value.toLongLong()));
    case ColumnKind::Time: return time(value.toLongLong());
    }
    return {};
}

QString Formatting::toolTip(ColumnKind kind, const QVariant &value)
{
    if (!value.isValid())
        return {};
    switch (kind) {
    case ColumnKind::Text: {
        // Plain text: a tool tip that looks like rich text would be shown as such.
        const QString shown = line(value.toString());
        return shown.toHtmlEscaped() == shown ? shown : QStringLiteral("<qt>") + shown.toHtmlEscaped();
    }
    case ColumnKind::Bytes: return exactBytes(value.toLongLong());
    case ColumnKind::Time: return dateAndTime(value.toLongLong());
    case ColumnKind::State:
    case ColumnKind::Number:
    case ColumnKind::Measure:
    case ColumnKind::Rate:
    case ColumnKind::Percent:
    case ColumnKind::Countdown:
    case ColumnKind::Duration: return {};
    }
    return {};
}

Qt::Alignment Formatting::alignment(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Text:
    case ColumnKind::State:
    case ColumnKind::Countdown: return Qt::AlignLeft | Qt::AlignVCenter;
    case ColumnKind::Number:
    case ColumnKind::Measure:
    case ColumnKind::Rate:
    case ColumnKind::Percent:
    case ColumnKind::Bytes:
    case ColumnKind::Duration:
    case ColumnKind::Time: return Qt::AlignRight | Qt::AlignVCenter;
    }
    return Qt::AlignLeft | Qt::AlignVCenter;
}

QString Formatting::duration(std::chrono::milliseconds duration)
{
    const QLocale locale;
    const qint64 ms = qMax<qint64>(0, duration.count());
    if (ms < secondMs)
        return tr("%1 ms").arg(locale.toString(ms));
    if (ms < 10 * secondMs)
        return tr("%1 s").arg(locale.toString(static_cast<double>(ms) / secondMs, 'f', 1));
    if (ms < minuteMs)
        return tr("%1 s").arg(locale.toString(ms / secondMs));
    if (ms < hourMs)
        return tr("%1 min %2 s")
            .arg(locale.toString(ms / minuteMs), locale.toString(ms % minuteMs / secondMs));
    if (ms < dayMs)
        return tr("%1 h %2 min").arg(locale.toString(ms / hourMs), locale.toString(ms % hourMs / minuteMs));
    return tr("%1 d %2 h").arg(locale.toString(ms / dayMs), locale.toString(ms % dayMs / hourMs));
}

QString Formatting::bytes(qint64 bytes)
{
    const qint64 shown = qMax<qint64>(0, bytes);
    return QLocale().formattedDataSize(shown, shown < 10 * 1024 ? 1 : (shown < 10 * 1024 * 1024 ? 0 : 1));
}

QString Formatting::exactBytes(qint64 bytes)
{
    const int counted = Formatting::counted(bytes);
    QString text = tr("%n bytes", nullptr, counted);
    // The plural of very many is the same whatever their number.
    if (bytes > counted)
        text.replace(QString::number(counted), QLocale().toString(bytes));
    return text;
}

QString Formatting::number(qint64 number) { return QLocale().toString(number); }

int Formatting::counted(qint64 number) { return static_cast<int>(qBound<qint64>(0, number, maxCounted)); }

QString Formatting::measure(double number)
{
    constexpr int mostDecimals = 3;
    constexpr double leastPlain = 0.001;
    constexpr double mostPlain = 1e15;
    if (!std::isfinite(number))
        return text(ColumnKind::Measure, {});
    const double size = std::abs(number);
    if (size >= mostPlain || (size < leastPlain && size > 0))
        return QLocale().toString(number, 'g', mostDecimals);
    QString digits = QString::number(size, 'f', mostDecimals);
    while (digits.endsWith(u'0'))
        digits.chop(1);
    const auto decimals = digits.size() - digits.indexOf(u'.') - 1;
    return QLocale().toString(size == 0 ? 0.0 : number, 'f', static_cast<int>(decimals));
}

QString Formatting::rate(double perSecond)
{
    const double shown = std::isfinite(perSecond) ? qMax(0.0, perSecond) : 0.0;
    return tr("%1/s", "per second").arg(QLocale().toString(shown, 'f', shown < 10 ? 1 : 0));
}

QString Formatting::percent(double part)
{
    const double shown = std::isfinite(part) ? part * 100 : 0.0;
    return tr("%1 %").arg(QLocale().toString(shown, 'f', shown < 10 ? 1 : 0));
}

QString Formatting::time(qint64 epochMs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(epochMs);
    if (time.date() != QDate::currentDate())
        return QLocale().toString(time, QLocale::ShortFormat);
    return QLocale().toString(time.time(), QStringLiteral("HH:mm:ss"));
}

QString Formatting::dateAndTime(qint64 epochMs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(epochMs);
    return tr("%1, %2", "a date, and a time of day")
        .arg(QLocale().toString(time.date(), QLocale::LongFormat),
             QLocale().toString(time.time(), QStringLiteral("HH:mm:ss.zzz")));
}

// Characters that change the direction of what follows (Unicode, UAX #9).
static bool isDirectional(char32_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

QString Formatting::caretNotation(QChar control)
{
    return QString(u'^') + QChar(static_cast<char16_t>(control.unicode() ^ 0x40));
}

QString Formatting::line(const QString &text)
{
    QString shown;
    shown.reserve(qMin(text.size(), maxShownCharacters + 1));
    for (const QChar c : text) {
        if (shown.size() >= maxShownCharacters) {
            shown += u'…';
            break;
        }
        const ushort code = c.unicode();
        if (code < 0x20 || code == 0x7f)
            shown += caretNotation(c);
        else if (isDirectional(code) || (code >= 0x80 && code < 0xa0) || code == 0x2028 || code == 0x2029)
            shown += QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'));
        else
            shown += c;
    }
    return shown;
}

QString Formatting::name(const QString &machineName)
{
    const char *known = knownMachineName(machineName);
    return known ? QCoreApplication::translate("MachineNames", known) : line(machineName);
}

} // namespace DaemonRpc::Monitor
