// Reading a filter.
#pragma once

#include "models/filterexpression.h"

namespace DaemonRpc::Monitor {

/// Makes a FilterExpression of a text, once. Not for others than that class.
class FilterParser
{
public:
    FilterParser(const QString &text, const QList<ColumnInfo> &columns);

    [[nodiscard]] FilterExpression parse();

private:
    struct Word
    {
        QString text;
        qsizetype position = 0;
        qsizetype length = 0;
        bool isQuoted = false;
    };

    void parseCondition();
    void parseWord(bool isNegated);
    /// The length of a key before a colon at the present place; 0 for none.
    [[nodiscard]] qsizetype keyLength() const;
    void parseAlternatives(FilterTerm *term, const ColumnInfo &column);
    [[nodiscard]] bool parseAlternative(FilterTerm *term, const ColumnInfo &column);
    [[nodiscard]] FilterTerm::Comparison takeComparison();
    [[nodiscard]] bool parseNumber(FilterTerm::Alternative *wanted, const ColumnInfo &column,
                                   const Word &word);
    [[nodiscard]] Word takeWord(bool endsAtComma);
    void skipCondition();
    void addTerm(FilterTerm term, qsizetype position);
    void complain(qsizetype position, qsizetype length, const QString &message);

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }

    [[nodiscard]] bool isAtSpace() const { return !isAtEnd() && m_text.at(m_at).isSpace(); }

    [[nodiscard]] bool isAt(QChar c) const { return !isAtEnd() && m_text.at(m_at) == c; }

    QString m_text;
    QList<ColumnInfo> m_columns;
    qsizetype m_at = 0;
    FilterExpression m_expression;
};

} // namespace DaemonRpc::Monitor
