// What a person looks for in a table.
#pragma once

#include "models/columninfo.h"
#include "models/filtererror.h"
#include "models/filterterm.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace DaemonRpc::Monitor {

/// Conditions on rows, all of which have to be met. Value.
///
///     state:running command:exec age:>5s peer:1000 -state:finished "two words"
///
/// A word is looked for in every column; `key:value` in one, by its Column::key. Texts match when they
/// contain the value, states when they begin with it, by what the daemon calls them or as they are shown,
/// whatever the case; numbers as FilterRange says, and with >, >=, <, <= before them, or as a range
/// `5s..10s`. `=` before a text wants all of it; `a,b` one of several values; `*` anything that is there; `-`
/// before a condition the opposite. Quotation marks keep together what has spaces, commas or colons, with \"
/// and \\ inside.
class FilterExpression
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::FilterExpression)

public:
    static constexpr qsizetype maxTerms = 100;
    static constexpr qsizetype maxCharacters = 10'000;

    /// No condition: every row matches.
    FilterExpression() = default;

    /// What is wrong is in errors(), and the rest of the conditions holds.
    [[nodiscard]] static FilterExpression parse(const QString &text, const QList<ColumnInfo> &columns);

    /// The condition that @p column has just @p value (as of ValueRole; an invalid one: nothing), to be added
    /// to a filter; empty when that cannot be asked for.
    [[nodiscard]] static QString quoted(const ColumnInfo &column, const QVariant &value,
                                        bool isNegated = false);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }

    [[nodiscard]] const QList<FilterError> &errors() const { return m_errors; }

    [[nodiscard]] bool matches(const QAbstractItemModel &model, int row, const QModelIndex &parent) const;

    /// Whether both ask for the same.
    friend bool operator==(const FilterExpression &a, const FilterExpression &b)
    {
        return a.m_terms == b.m_terms;
    }

private:
    friend class FilterParser;

    QList<FilterTerm> m_terms;
    QList<FilterError> m_errors;
};

} // namespace DaemonRpc::Monitor
