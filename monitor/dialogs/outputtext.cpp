#include "dialogs/outputtext.h"

namespace DaemonRpc::Monitor {

// Where Unicode keeps pictures of the ASCII controls.
static constexpr char16_t controlPictures = 0x2400;
static constexpr char16_t deletePicture = 0x2421;

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
            appendVisible(text, u'␍');
    }
    if (code == u'\n') {
        text += c;
        m_column = 0;
    } else if (code == u'\r') {
        m_hasReturn = true;
    } else if (code < 0x20 && code != u'\t') {
        appendVisible(text, QChar(static_cast<char16_t>(controlPictures + code)));
    } else if (code == 0x7f) {
        appendVisible(text, QChar(deletePicture));
    } else if (isTreacherous(code)) {
        for (const QChar escaped :
             QStringLiteral("\\u%1").arg(static_cast<uint>(code), 4, 16, QLatin1Char('0')))
            appendVisible(text, escaped);
    } else {
        appendVisible(text, c);
    }
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
