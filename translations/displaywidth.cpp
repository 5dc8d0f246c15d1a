#include "translations/displaywidth.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace DaemonRpc {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

constexpr std::array<Range, 14> wideRanges{{
    {0x1100, 0x115f},   // Hangul Jamo initials
    {0x231a, 0x231b},   // watch, hourglass
    {0x2e80, 0x303e},   // CJK radicals to punctuation
    {0x3041, 0x33ff},   // Kana to CJK compatibility
    {0x3400, 0x4dbf},   // CJK extension A
    {0x4e00, 0x9fff},   // CJK
    {0xa000, 0xa4cf},   // Yi
    {0xac00, 0xd7a3},   // Hangul syllables
    {0xf900, 0xfaff},   // CJK compatibility ideographs
    {0xfe30, 0xfe6f},   // CJK compatibility forms
    {0xff00, 0xff60},   // fullwidth forms
    {0xffe0, 0xffe6},   // fullwidth signs
    {0x1f300, 0x1faff}, // pictographs and emoji
    {0x20000, 0x3fffd}, // CJK extensions B and up
}};

int widthOf(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format: return 0;
    default: break;
    }
    const auto isIn = [character](const Range &range) {
        return character >= range.first && character <= range.last;
    };
    return std::any_of(wideRanges.begin(), wideRanges.end(), isIn) ? 2 : 1;
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    for (const uint character : text.toUcs4())
        width += widthOf(character);
    return width;
}

QString paddedTo(const QString &text, int columns)
{
    return text + QString(std::max(columns - displayWidth(text), 0), QLatin1Char(' '));
}

QString cutToWidth(const QString &text, int columns)
{
    // No character is as much as this many columns short of its width: most texts need no closer look.
    if (text.size() * 2 <= columns || displayWidth(text) <= columns)
        return text;
    QString kept;
    int width = 0;
    for (const uint character : text.toUcs4()) {
        width += widthOf(character);
        if (width >= columns)
            break;
        kept += QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
    }
    return columns > 0 ? kept + QChar(0x2026) : QString();
}

static bool isWide(QChar character) { return character.isSurrogate() || widthOf(character.unicode()) == 2; }

static QStringList wrappedParagraph(const QString &text, int columns)
{
    QStringList lines;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    qsizetype begin = 0;
    qsizetype fitting = 0; // the last place to break at
    while (finder.toNextBoundary() >= 0) {
        const qsizetype place = finder.position();
        const bool isEnd = place == text.size();
        // Names such as daemon-rpc and --in-process stay whole, which the annex would break.
        if (!isEnd && !text[place - 1].isSpace() && !isWide(text[place - 1]) && !isWide(text[place]))
            continue;
        if (fitting > begin &&
            displayWidth(QStringView(text).mid(begin, place - begin).trimmed()) > columns) {
            lines.append(text.mid(begin, fitting - begin).trimmed());
            begin = fitting;
        }
        fitting = place;
    }
    lines.append(text.mid(begin).trimmed());
    return lines;
}

QStringList wrappedToWidth(const QString &text, int columns)
{
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n'))
        lines += wrappedParagraph(paragraph, columns);
    return lines;
}

QString explainedTerm(const QString &term, const QString &explanation, int termColumns, int columns)
{
    const QString indent(termColumns, u' ');
    QString first = paddedTo(QStringLiteral("  ") + term, termColumns);
    if (displayWidth(term) + 3 > termColumns)
        first += u'\n' + indent;
    return first + wrappedToWidth(explanation, columns - termColumns).join(u'\n' + indent) + u'\n';
}

} // namespace DaemonRpc
