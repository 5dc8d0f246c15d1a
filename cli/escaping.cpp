#include "escaping.h"

#include <algorithm>

namespace DaemonRpc::Cli {

bool isHarmfulOnTerminal(QChar character)
{
    const char16_t unit = character.unicode();
    const bool isControl = unit < 0x20 || (unit >= 0x7f && unit < 0xa0);
    const bool isSeparator = unit == 0x2028 || unit == 0x2029;
    const bool isDirection = unit == 0x061c || unit == 0x200e || unit == 0x200f ||
                             (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
    return isControl || isSeparator || isDirection;
}

static QString escapeOf(char16_t character)
{
    switch (character) {
    case '\n': return QStringLiteral("\\n");
    case '\r': return QStringLiteral("\\r");
    case '\t': return QStringLiteral("\\t");
    default: break;
    }
    return character < 0x100 ? QStringLiteral("\\x%1").arg(uint(character), 2, 16, QLatin1Char('0'))
                             : QStringLiteral("\\u{%1}").arg(uint(character), 0, 16);
}

QString escapedForTerminal(QStringView text, LineFeeds lineFeeds)
{
    QString escaped;
    escaped.reserve(text.size());
    for (const QChar character : text) {
        const bool isKept = character == QLatin1Char('\n') && lineFeeds == LineFeeds::Keep;
        if (isHarmfulOnTerminal(character) && !isKept)
            escaped += escapeOf(character.unicode());
        else
            escaped += character;
    }
    return escaped;
}

QString escapedForTerminal(QByteArrayView bytes) { return escapedForTerminal(QString::fromUtf8(bytes)); }

static bool needsQuotes(const QString &argument)
{
    const auto isPlain = [](QChar character) {
        return character.isLetterOrNumber() || QStringLiteral("_-./=:,@%+~\\").contains(character) ||
               character.unicode() > 0x7f;
    };
    return argument.isEmpty() || !std::all_of(argument.begin(), argument.end(), isPlain);
}

QString displayedArguments(const QByteArrayList &arguments, qsizetype maxCharacters)
{
    QString line;
    for (const QByteArray &argument : arguments) {
        if (!line.isEmpty())
            line += QLatin1Char(' ');
        // No more than can be shown is decoded: an argument may have megabytes.
        QString text = escapedForTerminal(
            QByteArrayView(argument).first(std::min(argument.size(), 4 * (maxCharacters + 1))));
        if (needsQuotes(text))
            text = QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("'\\''")) +
                   QLatin1Char('\'');
        line += text;
        if (line.size() > maxCharacters)
            break;
    }
    if (line.size() <= maxCharacters)
        return line;
    qsizetype kept = std::max<qsizetype>(maxCharacters - 1, 0);
    if (kept > 0 && line.at(kept - 1).isHighSurrogate())
        --kept;
    return line.first(kept) + QChar(0x2026);
}

} // namespace DaemonRpc::Cli
