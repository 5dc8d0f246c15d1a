#include "models/filterparser.h"

#include "models/formatting.h"

#include <algorithm>

namespace DaemonRpc::Monitor {

using Comparison = FilterTerm::Comparison;

// Of what was typed, within a message.
static constexpr qsizetype maxToldCharacters = 40;

FilterParser::FilterParser(const QString &text, const QList<ColumnInfo> &columns)
    : m_text(text.left(FilterExpression::maxCharacters))
    , m_columns(columns)
{
    if (text.size() > m_text.size())
        complain(m_text.size(), text.size() - m_text.size(),
                 FilterExpression::tr("The filter is too long; what is beyond %n characters is left out.",
                                      nullptr, static_cast<int>(FilterExpression::maxCharacters)));
}

FilterExpression FilterParser::parse()
{
    while (!isAtEnd()) {
        if (isAtSpace())
            ++m_at;
        else
            parseCondition();
    }
    return m_expression;
}

void FilterParser::parseCondition()
{
    const qsizetype begin = m_at;
    const bool isNegated = isAt(u'-') && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace();
    if (isNegated)
        ++m_at;
    const qsizetype length = keyLength();
    if (length == 0) {
        parseWord(isNegated);
        return;
    }
    const QByteArray key = m_text.mid(m_at, length).toLower().toLatin1();
    const auto column = std::find_if(m_columns.begin(), m_columns.end(),
                                     [&key](const ColumnInfo &candidate) { return candidate.key == key; });
    if (column == m_columns.end()) {
        QStringList keys;
        for (const ColumnInfo &known : std::as_const(m_columns))
            keys.append(QString::fromLatin1(known.key));
        complain(m_at, length,
                 FilterExpression::tr(
                     "There is no column “%1”. There are: %2. Put the word into quotation marks to "
                     "look for it as it is.")
                     .arg(QString::fromLatin1(key.left(maxToldCharacters)), keys.join(QStringLiteral(", "))));
        skipCondition();
        return;
    }
    m_at += length + 1;
    FilterTerm term;
    term.column = static_cast<int>(column - m_columns.begin());
    term.kind = column->kind;
    term.isNegated = isNegated;
    parseAlternatives(&term, *column);
    addTerm(std::move(term), begin);
}

void FilterParser::parseWord(bool isNegated)
{
    const Word word = takeWord(false);
    if (word.text.isEmpty())
        return;
    FilterTerm term;
    term.isNegated = isNegated;
    term.alternatives.append(FilterTerm::Alternative{Comparison::Matches, false, word.text, {}});
    addTerm(std::move(term), word.position);
}

qsizetype FilterParser::keyLength() const
{
    qsizetype end = m_at;
    while (end < m_text.size() &&
           (m_text.at(end) == u'_' || (m_text.at(end).unicode() < 0x80 && m_text.at(end).isLetterOrNumber())))
        ++end;
    const bool isKey =
        end > m_at && end < m_text.size() && m_text.at(end) == u':' && m_text.at(m_at).isLetter();
    return isKey ? end - m_at : 0;
}

void FilterParser::parseAlternatives(FilterTerm *term, const ColumnInfo &column)
{
    do {
        if (!parseAlternative(term, column)) {
            skipCondition();
            term->alternatives.clear();
            return;
        }
    } while (isAt(u',') && ++m_at > 0);
}

bool FilterParser::parseAlternative(FilterTerm *term, const ColumnInfo &column)
{
    const qsizetype begin = m_at;
    FilterTerm::Alternative wanted;
    wanted.comparison = takeComparison();
    const Word word = takeWord(true);
    if (word.text.isEmpty() && !word.isQuoted) {
        // Nothing is there to be underlined but the key.
        const qsizetype keyBegin = begin - column.key.size() - 1;
        complain(qMax<qsizetype>(0, keyBegin), m_at - qMax<qsizetype>(0, keyBegin),
                 FilterExpression::tr("Say after “%1:” what to look for: %2.")
                     .arg(QString::fromLatin1(column.key), FilterRange::expectation(column.kind)));
        return false;
    }
    if (word.text == QLatin1String("*") && !word.isQuoted && wanted.comparison == Comparison::Matches) {
        wanted.isAny = true;
    } else if (FilterRange::isNumeric(column.kind)) {
        if (!parseNumber(&wanted, column, word))
            return false;
    } else if (wanted.comparison != Comparison::Matches && wanted.comparison != Comparison::Equals) {
        complain(
            begin, m_at - begin,
            FilterExpression::tr("“%1” holds text, which is neither greater nor less. Put the value into "
                                 "quotation marks to look for it as it is.")
                .arg(QString::fromLatin1(column.key)));
        return false;
    } else {
        wanted.text = word.text;
    }
    term->alternatives.append(wanted);
    return true;
}

Comparison FilterParser::takeComparison()
{
    struct Sign
    {
        QStringView text;
        Comparison comparison;
    };

    static constexpr Sign signs[] = {{u">=", Comparison::GreaterOrEqual},
                                     {u"<=", Comparison::LessOrEqual},
                                     {u">", Comparison::Greater},
                                     {u"<", Comparison::Less},
                                     {u"=", Comparison::Equals}};
    for (const Sign &sign : signs) {
        if (QStringView(m_text).mid(m_at).startsWith(sign.text)) {
            m_at += sign.text.size();
            return sign.comparison;
        }
    }
    return Comparison::Matches;
}

bool FilterParser::parseNumber(FilterTerm::Alternative *wanted, const ColumnInfo &column, const Word &word)
{
    const auto complainAbout = [&] {
        complain(word.position, word.length,
                 FilterExpression::tr("“%1” is not %2.", "%2: a number, such as 12")
                     .arg(Formatting::line(word.text.left(maxToldCharacters)),
                          FilterRange::expectation(column.kind)));
        return false;
    };
    const qsizetype dots = word.text.indexOf(QStringLiteral(".."));
    if (dots < 0) {
        const std::optional<FilterRange> range = FilterRange::parse(column.kind, word.text);
        if (!range)
            return complainAbout();
        wanted->range = *range;
        return true;
    }
    const std::optional<FilterRange> first = FilterRange::parse(column.kind, word.text.left(dots));
    const std::optional<FilterRange> last = FilterRange::parse(column.kind, word.text.mid(dots + 2));
    if (!first || !last || wanted->comparison > Comparison::Equals)
        return complainAbout();
    wanted->range = {first->from, last->to};
    return true;
}

FilterParser::Word FilterParser::takeWord(bool endsAtComma)
{
    Word word;
    word.position = m_at;
    if (isAt(u'"')) {
        word.isQuoted = true;
        for (++m_at; !isAtEnd() && !isAt(u'"'); ++m_at) {
            if (isAt(u'\\') && m_at + 1 < m_text.size())
                ++m_at;
            word.text += m_text.at(m_at);
        }
        if (isAtEnd())
            complain(
                word.position, m_at - word.position,
                FilterExpression::tr("The quotation mark at the beginning needs another one at the end."));
        else
            ++m_at;
    }
    for (; !isAtEnd() && !isAtSpace() && !(endsAtComma && isAt(u',')); ++m_at)
        word.text += m_text.at(m_at);
    word.length = m_at - word.position;
    return word;
}

void FilterParser::skipCondition()
{
    bool isQuoted = false;
    for (; !isAtEnd() && (isQuoted || !isAtSpace()); ++m_at)
        isQuoted = isQuoted != isAt(u'"');
}

void FilterParser::addTerm(FilterTerm term, qsizetype position)
{
    if (term.alternatives.isEmpty())
        return;
    if (m_expression.m_terms.size() < FilterExpression::maxTerms) {
        m_expression.m_terms.append(std::move(term));
    } else {
        complain(position, m_text.size() - position,
                 FilterExpression::tr("At most %n conditions are possible; the rest is left out.", nullptr,
                                      static_cast<int>(FilterExpression::maxTerms)));
        m_at = m_text.size();
    }
}

void FilterParser::complain(qsizetype position, qsizetype length, const QString &message)
{
    m_expression.m_errors.append({position, qMax<qsizetype>(1, length), message});
}

} // namespace DaemonRpc::Monitor
