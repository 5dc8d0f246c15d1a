#include "models/filterrange.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>
#include <span>

namespace DaemonRpc::Monitor {

namespace {

struct Unit
{
    const char *name; ///< Lower case.
    double factor;
};

constexpr Unit durationUnits[] = {
    {"ms", 1}, {"s", 1000}, {"min", 60'000}, {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}, {"", 1000},
};

constexpr double kibi = 1024;
constexpr double kilo = 1000;
constexpr Unit sizeUnits[] = {
    {"", 1},
    {"b", 1},
    {"kib", kibi},
    {"mib", kibi *kibi},
    {"gib", kibi *kibi *kibi},
    {"tib", kibi *kibi *kibi *kibi},
    {"k", kilo},
    {"kb", kilo},
    {"m", kilo *kilo},
    {"mb", kilo *kilo},
    {"g", kilo *kilo *kilo},
    {"gb", kilo *kilo *kilo},
    {"t", kilo *kilo *kilo *kilo},
    {"tb", kilo *kilo *kilo *kilo},
};

constexpr Unit percentUnits[] = {{"%", 0.01}, {"", 0.01}};
constexpr Unit rateUnits[] = {{"/s", 1}, {"", 1}};
constexpr Unit plainUnits[] = {{"", 1}};

std::span<const Unit> unitsOf(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Duration: return durationUnits;
    case ColumnKind::Bytes: return sizeUnits;
    case ColumnKind::Percent:
    case ColumnKind::Countdown: return percentUnits;
    case ColumnKind::Rate: return rateUnits;
    case ColumnKind::Number:
    case ColumnKind::Measure: return plainUnits;
    case ColumnKind::Time:
    case ColumnKind::Text:
    case ColumnKind::State: break;
    }
    return {};
}

/// Whether what is counted has no parts: the range of a number then ends at the last whole one.
bool isWhole(ColumnKind kind)
{
    return kind == ColumnKind::Number || kind == ColumnKind::Bytes || kind == ColumnKind::Duration;
}

/// A number with its unit, taken off the front of @p text; nothing when there is none.
std::optional<FilterRange> takeQuantity(ColumnKind kind, QStringView *text)
{
    const auto isPartOfNumber = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; };
    qsizetype end = text->startsWith(u'-') ? 1 : 0;
    while (end < text->size() && isPartOfNumber(text->at(end)))
        ++end;
    const QStringView digits = text->left(end);
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return std::nullopt;
    const qsizetype point = digits.indexOf(u'.');
    const double step = point < 0 ? 1 : std::pow(10.0, -static_cast<double>(digits.size() - point - 1));

    qsizetype unitEnd = end;
    while (unitEnd < text->size() && !isPartOfNumber(text->at(unitEnd)))
        ++unitEnd;
    const QString name = text->mid(end, unitEnd - end).toString().toLower();
    for (const Unit &unit : unitsOf(kind)) {
        if (name != QLatin1String(unit.name))
            continue;
        *text = text->mid(unitEnd);
        const double from = number * unit.factor;
        const double width = step * unit.factor;
        if (isWhole(kind))
            return FilterRange{from, from + std::ceil(width) - 1};
        return FilterRange{from, from + width / 2, width / 2};
    }
    return std::nullopt;
}

std::optional<FilterRange> parseTime(const QString &text)
{
    const auto range = [](const QDateTime &time, qint64 widthMs) {
        const qint64 ms = time.toMSecsSinceEpoch();
        return FilterRange{static_cast<double>(ms), static_cast<double>(ms + widthMs - 1)};
    };
    static constexpr qint64 secondMs = 1000;
    static constexpr qint64 minuteMs = 60 * secondMs;

    struct Form
    {
        QString format;
        qint64 widthMs;
    };

    const Form forms[] = {{QStringLiteral("HH:mm"), minuteMs}, {QStringLiteral("HH:mm:ss"), secondMs}};
    for (const Form &form : forms) {
        if (const QTime time = QTime::fromString(text, form.format); time.isValid())
            return range(QDateTime(QDate::currentDate(), time), form.widthMs);
        const QDateTime time = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd'T'") + form.format);
        if (time.isValid())
            return range(time, form.widthMs);
    }
    if (const QDate day = QDate::fromString(text, QStringLiteral("yyyy-MM-dd")); day.isValid()) {
        const QDateTime begin = day.startOfDay();
        return range(begin, begin.msecsTo(day.addDays(1).startOfDay()));
    }
    return std::nullopt;
}

} // namespace

bool FilterRange::isNumeric(ColumnKind kind) { return kind != ColumnKind::Text && kind != ColumnKind::State; }

std::optional<FilterRange> FilterRange::parse(ColumnKind kind, const QString &text)
{
    if (kind == ColumnKind::Time)
        return parseTime(text);
    QStringView rest(text);
    std::optional<FilterRange> sum = takeQuantity(kind, &rest);
    while (sum && !rest.isEmpty()) {
        // Of several, each says its unit.
        if (text.back().isDigit())
            return std::nullopt;
        const std::optional<FilterRange> next =
            kind == ColumnKind::Duration ? takeQuantity(kind, &rest) : std::nullopt;
        if (!next || next->from < 0)
            return std::nullopt;
        sum = FilterRange{sum->from + next->from, sum->from + next->to};
    }
    return sum;
}

QString FilterRange::write(ColumnKind kind, const QVariant &value)
{
    switch (kind) {
    case ColumnKind::Number:
    case ColumnKind::Bytes: return QString::number(value.toLongLong());
    case ColumnKind::Duration: return QString::number(value.toLongLong()) + QStringLiteral("ms");
    case ColumnKind::Measure: return QString::number(value.toDouble(), 'f', 3);
    case ColumnKind::Rate: return QString::number(value.toDouble(), 'f', 2);
    case ColumnKind::Percent: return QString::number(value.toDouble() * 100, 'f', 2) + u'%';
    case ColumnKind::Time:
        return QDateTime::fromMSecsSinceEpoch(value.toLongLong())
            .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"));
    case ColumnKind::Countdown: // is another one by the time it is asked for
    case ColumnKind::Text:
    case ColumnKind::State: break;
    }
    return {};
}

QString FilterRange::expectation(ColumnKind kind)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("Filter", text); };
    switch (kind) {
    case ColumnKind::Duration:
        return translated(QT_TRANSLATE_NOOP("Filter", "a duration, such as 500ms, 5s or 1h30min"));
    case ColumnKind::Bytes:
        return translated(QT_TRANSLATE_NOOP("Filter", "a size, such as 200, 10KiB or 1.5M"));
    case ColumnKind::Percent:
    case ColumnKind::Countdown: return translated(QT_TRANSLATE_NOOP("Filter", "a percentage, such as 50%"));
    case ColumnKind::Rate: return translated(QT_TRANSLATE_NOOP("Filter", "a rate, such as 12 or 0.5/s"));
    case ColumnKind::Time:
        return translated(
            QT_TRANSLATE_NOOP("Filter", "a time, such as 15:04, 2026-11-21 or 2026-11-21T15:04"));
    case ColumnKind::Number:
    case ColumnKind::Measure: return translated(QT_TRANSLATE_NOOP("Filter", "a number, such as 12"));
    case ColumnKind::Text:
    case ColumnKind::State: break;
    }
    return translated(QT_TRANSLATE_NOOP("Filter", "a text"));
}

} // namespace DaemonRpc::Monitor
