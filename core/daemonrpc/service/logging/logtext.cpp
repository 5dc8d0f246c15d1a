#include "logtext_p.h"

#include <algorithm>

namespace DaemonRpc {

namespace {

constexpr char hexDigits[] = "0123456789abcdef";

bool isPlainAscii(char16_t unit) { return unit >= 0x20 && unit < 0x7f && unit != u'\\' && unit != u'"'; }

// What would act on a terminal, or look like the end of a line to some reader.
bool isHarmful(char16_t unit)
{
    return unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || unit == 0x061c || unit == 0x200e ||
           unit == 0x200f || (unit >= 0x2028 && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069) ||
           unit == 0xfeff;
}

void appendHex(QByteArray &line, const char *prefix, unsigned value, int digits)
{
    line.append(prefix);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        line.append(hexDigits[(value >> shift) & 0xf]);
}

void appendUtf8(QByteArray &line, char32_t character)
{
    if (character < 0x80) {
        line.append(static_cast<char>(character));
    } else if (character < 0x800) {
        line.append(static_cast<char>(0xc0 | (character >> 6)));
        line.append(static_cast<char>(0x80 | (character & 0x3f)));
    } else if (character < 0x10000) {
        line.append(static_cast<char>(0xe0 | (character >> 12)));
        line.append(static_cast<char>(0x80 | ((character >> 6) & 0x3f)));
        line.append(static_cast<char>(0x80 | (character & 0x3f)));
    } else {
        line.append(static_cast<char>(0xf0 | (character >> 18)));
        line.append(static_cast<char>(0x80 | ((character >> 12) & 0x3f)));
        line.append(static_cast<char>(0x80 | ((character >> 6) & 0x3f)));
        line.append(static_cast<char>(0x80 | (character & 0x3f)));
    }
}

void escapeForPeople(QByteArray &line, char16_t unit)
{
    switch (unit) {
    case u'\n': line.append("\\n"); return;
    case u'\r': line.append("\\r"); return;
    case u'\t': line.append("\\t"); return;
    case u'\\': line.append("\\\\"); return;
    case u'"': line.append('"'); return;
    default: break;
    }
    if (unit < 0x100)
        appendHex(line, "\\x", unit, 2);
    else
        appendHex(line, "\\u", unit, 4);
}

void escapeForJson(QByteArray &line, char16_t unit)
{
    switch (unit) {
    case u'\n': line.append("\\n"); return;
    case u'\r': line.append("\\r"); return;
    case u'\t': line.append("\\t"); return;
    case u'\\': line.append("\\\\"); return;
    case u'"': line.append("\\\""); return;
    default: appendHex(line, "\\u", unit, 4);
    }
}

bool isPair(QStringView text, qsizetype i)
{
    return text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
}

template <typename Escape>
void append(QByteArray &line, QStringView text, Escape escape)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (isPlainAscii(unit)) {
            line.append(static_cast<char>(unit));
        } else if (isPair(text, i)) {
            appendUtf8(line, QChar::surrogateToUcs4(text[i], text[i + 1]));
            ++i;
        } else if (unit == u'\\' || unit == u'"' || isHarmful(unit) || text[i].isSurrogate()) {
            escape(line, unit);
        } else {
            appendUtf8(line, unit);
        }
    }
}

qint64 bytesAt(QStringView text, qsizetype i, qsizetype &units)
{
    const char16_t unit = text[i].unicode();
    units = isPair(text, i) ? 2 : 1;
    if (units == 2)
        return 4;
    return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
}

} // namespace

void appendEscaped(QByteArray &line, QStringView text) { append(line, text, escapeForPeople); }

void appendJsonEscaped(QByteArray &line, QStringView text) { append(line, text, escapeForJson); }

qint64 utf8Size(QStringView text)
{
    qint64 size = 0;
    qsizetype units = 1;
    for (qsizetype i = 0; i < text.size(); i += units)
        size += bytesAt(text, i, units);
    return size;
}

QStringView cutToUtf8(QStringView text, qint64 maxBytes)
{
    qint64 size = 0;
    qsizetype units = 1;
    for (qsizetype i = 0; i < text.size(); i += units) {
        size += bytesAt(text, i, units);
        if (size > maxBytes)
            return text.first(i);
    }
    return text;
}

} // namespace DaemonRpc
