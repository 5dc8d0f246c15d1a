#include "logs/logline.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <chrono>

namespace DaemonRpc::Cli {

namespace {

struct NamedSeverity
{
    const char *name;
    Severity severity;
};

constexpr std::array<NamedSeverity, 5> severities = {{{"debug", Severity::Debug},
                                                      {"info", Severity::Info},
                                                      {"warning", Severity::Warning},
                                                      {"error", Severity::Error},
                                                      {"fatal", Severity::Fatal}}};

// A log may have millions of lines, so this does without QDateTime.
std::optional<int> number(QByteArrayView digits)
{
    int value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        value = 10 * value + (digit - '0');
    }
    return value;
}

// "2026-01-31T08:00:00.123Z"
std::optional<qint64> parseTime(QByteArrayView text)
{
    constexpr QByteArrayView shape = "0000-00-00T00:00:00.000Z";
    if (text.size() != shape.size())
        return std::nullopt;
    for (qsizetype i = 0; i < shape.size(); ++i) {
        if (shape[i] != '0' && text[i] != shape[i])
            return std::nullopt;
    }
    const auto part = [text](qsizetype from, qsizetype count) { return number(text.sliced(from, count)); };
    const auto year = part(0, 4);
    const auto month = part(5, 2);
    const auto day = part(8, 2);
    const auto hour = part(11, 2);
    const auto minute = part(14, 2);
    const auto second = part(17, 2);
    const auto millisecond = part(20, 3);
    if (!year || !month || !day || !hour || !minute || !second || !millisecond)
        return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    const qint64 days = std::chrono::sys_days(date).time_since_epoch().count();
    return (((days * 24 + *hour) * 60 + *minute) * 60 + *second) * 1000 + *millisecond;
}

/// Takes blank-separated words off the front of a line.
class Words
{
public:
    explicit Words(QByteArrayView line)
        : m_rest(line)
    {}

    [[nodiscard]] QByteArrayView next()
    {
        const qsizetype blank = m_rest.indexOf(' ');
        const QByteArrayView word = blank < 0 ? m_rest : m_rest.first(blank);
        m_rest = blank < 0 ? QByteArrayView() : m_rest.sliced(blank + 1);
        return word;
    }

private:
    QByteArrayView m_rest;
};

bool isNumber(QByteArrayView word)
{
    return !word.isEmpty() && word.size() < 20 &&
           std::all_of(word.begin(), word.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

std::optional<LogLine> parseText(QByteArrayView text)
{
    Words words(text);
    const std::optional<qint64> time = parseTime(words.next());
    if (!time)
        return std::nullopt;
    const std::optional<Severity> severity = severityFromName(words.next());
    if (!severity || words.next().isEmpty() || !isNumber(words.next())) // category, pid
        return std::nullopt;
    LogLine line{*time, *severity, 0};
    QByteArrayView thread = words.next();
    // The first colon ends the fields: whatever stands behind it was said by somebody, not by the log.
    const bool isBare = thread.endsWith(':');
    if (isBare)
        thread.chop(1);
    if (!isNumber(thread))
        return std::nullopt;
    if (!isBare && words.next() == "[request") {
        const QByteArrayView id = words.next();
        const qsizetype bracket = id.indexOf(']');
        if (bracket < 0 || !isNumber(id.first(bracket)))
            return std::nullopt;
        line.requestId = id.first(bracket).toByteArray().toLongLong();
    }
    return line;
}

std::optional<LogLine> parseJson(QByteArrayView text)
{
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size())).object();
    const std::optional<qint64> time = parseTime(object[QLatin1String("time")].toString().toUtf8());
    const std::optional<Severity> severity =
        severityFromName(object[QLatin1String("level")].toString().toUtf8());
    if (!time || !severity)
        return std::nullopt;
    return LogLine{*time, *severity, object[QLatin1String("request")].toInteger()};
}

} // namespace

std::optional<Severity> severityFromName(QByteArrayView name)
{
    for (const NamedSeverity &entry : severities) {
        if (name == QByteArrayView(entry.name))
            return entry.severity;
    }
    return std::nullopt;
}

std::optional<LogLine> LogLine::parse(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    return line.startsWith('{') ? parseJson(line) : parseText(line);
}

} // namespace DaemonRpc::Cli
