#include "models/filterexpression.h"

#include "models/filterparser.h"

#include <QAbstractItemModel>

#include <algorithm>

namespace DaemonRpc::Monitor {

FilterExpression FilterExpression::parse(const QString &text, const QList<ColumnInfo> &columns)
{
    FilterParser parser(text, columns);
    return parser.parse();
}

static bool isSimple(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"_./+@%-").contains(c);
    });
}

QString FilterExpression::quoted(const ColumnInfo &column, const QVariant &value, bool isNegated)
{
    QString condition = isNegated ? QStringLiteral("-") : QString();
    condition += QLatin1String(column.key) + u':';
    if (!value.isValid()) {
        // Nothing is the opposite of anything.
        const QString anything = QLatin1String(column.key) + QStringLiteral(":*");
        return isNegated ? anything : u'-' + anything;
    }
    if (FilterRange::isNumeric(column.kind)) {
        const QString number = FilterRange::write(column.kind, value);
        return number.isEmpty() ? QString() : condition + number;
    }
    const QString text = value.toString();
    if (column.kind == ColumnKind::Text && !text.isEmpty())
        condition += u'=';
    if (isSimple(text))
        return condition + text;
    QString escaped = text;
    escaped.replace(QStringLiteral("\\"), QStringLiteral("\\\\"))
        .replace(QStringLiteral("\""), QStringLiteral("\\\""));
    return condition + u'"' + escaped + u'"';
}

bool FilterExpression::matches(const QAbstractItemModel &model, int row, const QModelIndex &parent) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const FilterTerm &term) { return term.matches(model, row, parent); });
}

} // namespace DaemonRpc::Monitor
