#include "dialogs/outputtext.h"

#include "models/formatting.h"

namespace DaemonRpc::Monitor {

// Characters that change the direction of what follows (Unicode, UAX #9), and separators of lines.
static bool isTreacherous(char16_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069) || (c >= 0x80 && c < 0xa0);
}

QString OutputText::decode(QByteArrayView bytes)
{
    const QString decoded = m_decoder.decode(bytes);
    QString text;
    text.reserve(decoded.size());
    for (const QChar c : decoded)
        append(text, c);
    return text;
}

void OutputText::append(QString &text, QChar c)
{
    const char16_t code = c.unicode();
    if (m_hasReturn) {
        m_hasReturn = false;
        if (code != u'\n')
            appendVisible(text, Formatting::caretNotation(u'\r'));
    }
    if (code == u'\n') {
        text += c;
        m_column = 0;
    } else if (code == u'\r') {
        m_hasReturn = true;
    } else if ((code < 0x20 && code != u'\t') || code == 0x7f) {
        appendVisible(text, Formatting::caretNotation(c));
    } else if (isTreacherous(code)) {
        appendVisible(text, QStringLiteral("\\u%1").arg(static_cast<uint>(code), 4, 16, QLatin1Char('0')));
    } else {
        appendVisible(text, c);
    }
}

void OutputText::appendVisible(QString &text, const QString &characters)
{
    for (const QChar c : characters)
        appendVisible(text, c);
}

void OutputText::appendVisible(QString &text, QChar c)
{
    // Not between the halves of a surrogate pair.
    if (m_column >= maxLineCharacters && !c.isLowSurrogate()) {
        text += u'\n';
        m_column = 0;
    }
    text += c;
    ++m_column;
}

} // namespace DaemonRpc::Monitor
